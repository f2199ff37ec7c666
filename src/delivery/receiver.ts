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
	const { zone } = receiver.hours;
	const taken = new Set(
		past
			.filter(({ urgency }) => urgency !== "now")
			.map(({ sentAt }) => dayOf(sentAt, zone).toString()),
	);
	let at = nextOpening(receiver, from);
	while (at && taken.has(dayOf(at, zone).toString())) {
		const tomorrow = dayOf(at, zone).add({ days: 1 });
		at = nextOpening(receiver, startOf(tomorrow, zone));
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
	const { zone } = receiver.hours;
	let at = nextDigestTime(receiver, past, from);
	while (at && !isUnderCap(receiver, past, at)) {
		const nextWeek = mondayOf(at, zone).add({ days: 7 });
		at = nextDigestTime(receiver, past, startOf(nextWeek, zone));
	}
	return at;
}

/** Whether the local week of `at` has room for one more nudge. */
export function isUnderCap(
	{ hours: { zone }, weeklyCap }: Receiver,
	past: Past,
	at: Date,
): boolean {
	const week = mondayOf(at, zone);
	const nudges = past.filter(
		({ sentAt, urgency }) =>
			urgency === "this_week" && mondayOf(sentAt, zone).equals(week),
	);
	return nudges.length < weeklyCap;
}

function dayOf(at: Date, zone: string): Temporal.PlainDate {
	return inZone(at, zone).toPlainDate();
}

function mondayOf(at: Date, zone: string): Temporal.PlainDate {
	const day = dayOf(at, zone);
	return day.subtract({ days: day.dayOfWeek - 1 });
}

/** Midnight, or the first moment after it where clocks jump over it. */
function startOf(day: Temporal.PlainDate, zone: string): Date {
	return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}
