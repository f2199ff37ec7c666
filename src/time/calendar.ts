import { startOfDate } from "./dates.ts";
import { inZone } from "./zones.ts";

const dayMs = 24 * 3_600_000;

/** By their number since 1970: there are few, and to write one takes long. */
const dates = new Map<number, string>();

/**
 * Local dates, "2026-12-25", reckoned as they stand on a calendar. Such a date
 * has no zone, so UTC's calendar is exact for it.
 */
export function addDays(date: string, days: number): string {
	return dateOf(Date.parse(date) / dayMs + days);
}

/** Days from one local date to another; below 0 when it is earlier. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

export function earlierOf(one: string, other: string): string {
	const [first = one] = [one, other].sort();
	return first;
}

/** The date of an instant in UTC: the same for everybody. */
export function utcDate(at: Date): string {
	return dateOf(Math.floor(at.getTime() / dayMs));
}

function dateOf(day: number): string {
	return remember(dates, day, () =>
		new Date(day * dayMs).toISOString().slice(0, 10),
	);
}

/** One moment as calendars on many walls show it. */
export type Calendar = {
	readonly now: Date;
	/** The local date in an IANA zone. */
	today(zone: string): string;
	/** The first moment of a local date; errors as in `startOfDate`. */
	startOf(date: string, zone: string): Date;
};

/** Remembers what it worked out: hold one for a batch of people. */
export function calendarAt(now: Date): Calendar {
	const todays = new Map<string, string>();
	const starts = new Map<string, Date>();
	return {
		now,
		today: (zone) =>
			remember(todays, zone, () => inZone(now, zone).toPlainDate().toString()),
		startOf: (date, zone) =>
			remember(starts, `${date} ${zone}`, () => startOfDate(date, zone)),
	};
}

function remember<K, T>(known: Map<K, T>, key: K, work: () => T): T {
	const found = known.get(key);
	if (found !== undefined) return found;
	const made = work();
	known.set(key, made);
	return made;
}
