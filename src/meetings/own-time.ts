import { Temporal } from "temporal-polyfill";
import { inZone } from "../time/zones.ts";

/** Why a time cannot be planned. */
export type NoTime = "past" | "tooFar";

const farthestMonths = 12;

/**
 * A date and a time of day, "2026-03-29" and "02:30", as the clock in an IANA
 * zone shows them; a time that a clock change skips is the one after it.
 */
export function ownTime(date: string, time: string, zone: string): Date {
	const plain = Temporal.PlainDate.from(date).toPlainDateTime(time);
	return new Date(plain.toZonedDateTime(zone).epochMilliseconds);
}

/** null: it can. */
export function whyNot(at: Date, now: Date): NoTime | null {
	if (at <= now) return "past";
	const farthest = inZone(now, "UTC").add({ months: farthestMonths });
	return at.getTime() > farthest.epochMilliseconds ? "tooFar" : null;
}
