import { addDays, daysBetween, utcDate } from "../time/calendar.ts";
import { inZone } from "../time/zones.ts";
import type { Mentorship } from "./mentorship.ts";
import { turnDays } from "./turns.ts";

/** Days, "YYYY-MM-DD". */
export type TermDates = { halfwayOn: string; endsOn: string };

/** When what begins today is half over, and over. */
export function datesFrom(now: Date, months: number): TermDates {
	const start = utcDate(now);
	const endsOn = addMonths(start, months);
	return { halfwayOn: halfwayBetween(start, endsOn), endsOn };
}

/**
 * The dates after a change of the duration on the way. The end moves by the
 * difference, wherever pauses have put it; a halfway that is past stays where
 * it was. Nothing moves into the past.
 */
export function datesAfter(
	{ halfwayOn, endsOn }: Pick<Mentorship, "halfwayOn" | "endsOn">,
	months: { before: number; after: number },
	now: Date,
): TermDates {
	if (!halfwayOn || !endsOn) return datesFrom(now, months.after);
	if (months.before === months.after) return { halfwayOn, endsOn };
	const today = utcDate(now);
	const tomorrow = addDays(today, 1);
	const start = addDays(halfwayOn, -daysBetween(halfwayOn, endsOn));
	const moved = addMonths(endsOn, months.after - months.before);
	const newEnd = later(moved, tomorrow);
	const newHalf = later(halfwayBetween(start, newEnd), tomorrow);
	return {
		halfwayOn: halfwayOn <= today ? halfwayOn : newHalf,
		endsOn: newEnd,
	};
}

/** Until when all have to sign what they begin with. */
export function giveUpAt({ since }: Pick<Mentorship, "since">): Date {
	return new Date(since.getTime() + turnDays.giveUpAgreeing * 24 * 3_600_000);
}

/** The same day of another month, or that month's last. */
function addMonths(date: string, months: number): string {
	const day = inZone(new Date(`${date}T00:00:00Z`), "UTC").toPlainDate();
	return day.add({ months }).toString();
}

function halfwayBetween(start: string, end: string): string {
	return addDays(start, Math.floor(daysBetween(start, end) / 2));
}

const later = (one: string, other: string) => (one > other ? one : other);
