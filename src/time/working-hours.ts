import type { Temporal } from "temporal-polyfill";
import { usualWorkingDays } from "./zones.ts";

/**
 * When someone works: wall-clock `start` and `end` ("HH:MM") on `days` (ISO
 * weekdays, 1 is Monday) in an IANA `zone`. An `end` not after `start` is on
 * the next day, so "22:00" to "06:00" is a night shift and belongs to the day
 * it starts on.
 */
export type WorkingHours = {
	readonly zone: string;
	readonly start: string;
	readonly end: string;
	readonly days: readonly number[];
};

/** The hours of one working day, as instants with their zone. */
export type Shift = {
	readonly start: Temporal.ZonedDateTime;
	readonly end: Temporal.ZonedDateTime;
};

/** 09:00 to 17:00 on the days usual in the zone; RangeError if unknown. */
export function defaultWorkingHours(zone: string): WorkingHours {
	return { zone, start: "09:00", end: "17:00", days: usualWorkingDays(zone) };
}

/**
 * The shift that starts on a local date, or null on a day off. Wall-clock
 * times that a clock change skips move forward by the size of the change;
 * those that occur twice mean the first (Temporal's "compatible").
 */
export function shiftOn(
	hours: WorkingHours,
	date: Temporal.PlainDate,
): Shift | null {
	if (!hours.days.includes(date.dayOfWeek)) return null;
	const endDate = hours.end > hours.start ? date : date.add({ days: 1 });
	const zoned = (day: Temporal.PlainDate, plainTime: string) =>
		day.toZonedDateTime({ timeZone: hours.zone, plainTime });
	const start = zoned(date, hours.start);
	const end = zoned(endDate, hours.end);
	// A clock change may skip a short shift altogether.
	return start.epochMilliseconds < end.epochMilliseconds
		? { start, end }
		: null;
}
