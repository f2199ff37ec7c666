import type { Temporal } from "temporal-polyfill";
import { type Shift, shiftOn, type WorkingHours } from "./working-hours.ts";
import { inZone } from "./zones.ts";

/** Days to look ahead before giving up on hours without a working day. */
const horizonDays = 400;

/**
 * The instant itself when it falls into the receiver's working hours, else
 * the start of their next shift. `holidays` are local dates, "YYYY-MM-DD".
 * Throws RangeError when there is no working day within 400 days.
 */
export function nextWorkingTime(
	at: Date,
	hours: WorkingHours,
	holidays: readonly string[] = [],
): Date {
	return new Date(nextShift(at, hours, holidays).at.epochMilliseconds);
}

/** Whether an instant falls into someone's working hours. */
export function isWorkingTime(
	at: Date,
	hours: WorkingHours,
	holidays: readonly string[] = [],
): boolean {
	return nextWorkingTime(at, hours, holidays).getTime() === at.getTime();
}

/**
 * The instant `days` working days later for a receiver, always within their
 * working hours: counting starts at their next working time, and the wall
 * clock is kept across clock changes. What arrives on a Saturday therefore
 * starts to count on Monday morning. Errors as in `nextWorkingTime`.
 */
export function addWorkingDays(
	from: Date,
	days: number,
	hours: WorkingHours,
	holidays: readonly string[] = [],
): Date {
	const begin = nextShift(from, hours, holidays);
	let date = begin.date;
	for (let counted = 0; counted < days; counted++) {
		date = nextWorkingDate(date.add({ days: 1 }), hours, holidays);
	}
	const moved = begin.at.add(begin.date.until(date));
	return new Date(moved.epochMilliseconds);
}

/** The first working moment from `at` on, and the date its shift is of. */
function nextShift(
	at: Date,
	hours: WorkingHours,
	holidays: readonly string[],
): { at: Temporal.ZonedDateTime; date: Temporal.PlainDate } {
	const now = inZone(at, hours.zone);
	// From yesterday on: a night shift may still be running.
	let date = now.toPlainDate().subtract({ days: 1 });
	for (;;) {
		date = nextWorkingDate(date, hours, holidays);
		const shift = shiftOn(hours, date);
		if (shift && isBefore(now, shift.end)) {
			return { at: isBefore(now, shift.start) ? shift.start : now, date };
		}
		date = date.add({ days: 1 });
	}
}

function nextWorkingDate(
	from: Temporal.PlainDate,
	hours: WorkingHours,
	holidays: readonly string[],
): Temporal.PlainDate {
	for (let day = 0; day < horizonDays; day++) {
		const date = from.add({ days: day });
		if (!hours.days.includes(date.dayOfWeek)) continue;
		if (!holidays.includes(date.toString())) return date;
	}
	throw new RangeError(`No working day within ${horizonDays} days`);
}

function isBefore(a: Shift["start"], b: Shift["start"]): boolean {
	return a.epochMilliseconds < b.epochMilliseconds;
}
