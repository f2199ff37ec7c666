import type { Temporal } from "temporal-polyfill";
import { nextWorkingTime } from "../time/working-days.ts";
import type { WorkingHours } from "../time/working-hours.ts";
import { inZone } from "../time/zones.ts";
import type { Urgency } from "./owe.ts";

/** When someone is glad to hear from the bot unasked. */
export type Receiver = {
	readonly hours: WorkingHours;
	/** Local dates, "2026-12-25". */
	readonly holidays: readonly string[];
	/** "open": until they come back by themselves. */
	readonly pausedUntil: Date | "open" | null;
	readonly snoozedUntil: Date | null;
	/** Messages with something for `this_week`, per local ISO week. */
	readonly weeklyCap: number;
};

export const usualWeeklyCap = 2;

/**
 * The messages someone got, at least since their last Monday, in any order.
 * A digest counts as `this_week` as soon as it carried one such item.
 */
export type Past = readonly {
	readonly sentAt: Date;
	readonly urgency: Urgency;
}[];

/**
 * The first moment from `from` on within the receiver's hours, neither paused
 * nor snoozed; null when no such moment is known. Throws RangeError for an
 * unknown zone, and when 400 days hold no working day.
 */
export function nextOpening(receiver: Receiver, from: Date): Date | null {
	const { hours, holidays, pausedUntil, snoozedUntil } = receiver;
	if (pausedUntil === "open" || hours.days.length === 0) return null;
	const earliest = [from, pausedUntil, snoozedUntil].map((at) => Number(at));
	return nextWorkingTime(new Date(Math.max(...earliest)), hours, holidays);
}

/** The same, and on a local day that had no digest. */
export function nextDigestTime(
	receiver: Receiver,
	past: Past,
	from: Date,
): Date | null {
	const digests = past.filter(({ urgency }) => urgency !== "now");
	let at = nextOpening(receiver, from);
	while (at) {
		const day = dayOf(at, receiver.hours.zone);
		if (!digests.some(({ sentAt }) => isIn(day, sentAt))) break;
		at = nextOpening(receiver, day.end);
	}
	return at;
}

/** The same, and in a week whose cap is not reached. */
export function nextNudgeTime(
	receiver: Receiver,
	past: Past,
	from: Date,
): Date | null {
	if (receiver.weeklyCap < 1) return null;
	let at = nextDigestTime(receiver, past, from);
	while (at && !isUnderCap(receiver, past, at)) {
		const { end } = weekOf(at, receiver.hours.zone);
		at = nextDigestTime(receiver, past, end);
	}
	return at;
}

/** Whether the local week of `at` has room for one more nudge. */
export function isUnderCap(
	{ hours: { zone }, weeklyCap }: Receiver,
	past: Past,
	at: Date,
): boolean {
	const week = weekOf(at, zone);
	const nudges = past.filter(
		({ sentAt, urgency }) => urgency === "this_week" && isIn(week, sentAt),
	);
	return nudges.length < weeklyCap;
}

/** From `start` until just before `end`. */
type Span = { start: Date; end: Date };

function isIn({ start, end }: Span, at: Date): boolean {
	return at >= start && at < end;
}

function dayOf(at: Date, zone: string): Span {
	const day = inZone(at, zone).toPlainDate();
	return {
		start: startOf(day, zone),
		end: startOf(day.add({ days: 1 }), zone),
	};
}

/** An ISO week: it begins on Monday. */
function weekOf(at: Date, zone: string): Span {
	const day = inZone(at, zone).toPlainDate();
	const monday = day.subtract({ days: day.dayOfWeek - 1 });
	return {
		start: startOf(monday, zone),
		end: startOf(monday.add({ days: 7 }), zone),
	};
}

/** Midnight, or the first moment after it where clocks jump over it. */
function startOf(day: Temporal.PlainDate, zone: string): Date {
	return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}
