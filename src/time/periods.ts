import { Temporal } from "temporal-polyfill";
import { addDays, daysBetween } from "./calendar.ts";

/** How often something comes around, by the calendar on the wall. */
export type Rhythm = "weekly" | "every_two_weeks" | "monthly";

/** Local dates: from `start` until just before `end`. */
export type Period = { readonly start: string; readonly end: string };

const daysOf = { weekly: 7, every_two_weeks: 14 } as const;

/**
 * The period of a rhythm that counts from the local date `anchor`; the first
 * has number 0. A month from the 31st ends on the last day of a shorter one,
 * and later ones have their 31st again.
 */
export function periodOf(
	anchor: string,
	rhythm: Rhythm,
	number: number,
): Period {
	return {
		start: startOf(anchor, rhythm, number),
		end: startOf(anchor, rhythm, number + 1),
	};
}

/** The number of the period that holds a local date; below 0 before all. */
export function periodOn(anchor: string, rhythm: Rhythm, date: string): number {
	if (rhythm !== "monthly")
		return Math.floor(daysBetween(anchor, date) / daysOf[rhythm]);
	const months = monthOf(date) - monthOf(anchor);
	return startOf(anchor, rhythm, months) > date ? months - 1 : months;
}

function startOf(anchor: string, rhythm: Rhythm, number: number): string {
	if (rhythm !== "monthly") return addDays(anchor, number * daysOf[rhythm]);
	return Temporal.PlainDate.from(anchor).add({ months: number }).toString();
}

function monthOf(date: string): number {
	const [year = 0, month = 0] = date.split("-").map(Number);
	return year * 12 + month;
}
