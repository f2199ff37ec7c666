import {
	sharedMinutes,
	utcWeekOf,
	type WeekMask,
	weekMask,
	weekMs,
} from "./week-mask.ts";
import type { WorkingHours } from "./working-hours.ts";
import { inZone } from "./zones.ts";

/** Minutes a week that two people both work, in the worst week of a year. */
export type Overlap = (a: WorkingHours, b: WorkingHours) => number;

const weeks = 52;
const dayMs = 24 * 60 * 60_000;

/** A year of weeks; weeks that look alike in UTC share one mask. */
export type Year = {
	readonly masks: readonly WeekMask[];
	/** The index into `masks` of each of the 52 weeks. */
	readonly ofWeek: Uint8Array;
};

/**
 * The 52 weeks from the UTC week of `from`. Away from clock changes a week
 * depends on the offset alone, so about six masks stand for a year.
 */
export function yearOf(hours: WorkingHours, from: Date): Year {
	const first = utcWeekOf(from).getTime();
	const changes = clockChanges(hours.zone, first - 2 * dayMs, weeks + 1);
	const masks: WeekMask[] = [];
	const ofWeek = new Uint8Array(weeks);
	const maskOfOffset = new Map<number, number>();
	for (let week = 0; week < weeks; week++) {
		const start = new Date(first + week * weekMs);
		const changing = changes.some(
			(at) =>
				at > start.getTime() - 2 * dayMs &&
				at < start.getTime() + weekMs + 2 * dayMs,
		);
		const offset = inZone(start, hours.zone).offsetNanoseconds;
		const known = changing ? undefined : maskOfOffset.get(offset);
		ofWeek[week] = known ?? masks.length;
		if (known !== undefined) continue;
		if (!changing) maskOfOffset.set(offset, masks.length);
		masks.push(weekMask(hours, start));
	}
	return { masks, ofWeek };
}

/** Instants (ms) at which the zone's clocks change, from `from` on. */
function clockChanges(zone: string, from: number, weekCount: number): number[] {
	const changes: number[] = [];
	let at = inZone(new Date(from), zone).getTimeZoneTransition("next");
	while (at && at.epochMilliseconds < from + weekCount * weekMs) {
		changes.push(at.epochMilliseconds);
		at = at.getTimeZoneTransition("next");
	}
	return changes;
}

/** The least weekly overlap of two years that start in the same week. */
export function leastShared(a: Year, b: Year): number {
	let least = Number.POSITIVE_INFINITY;
	let seen = -1;
	for (let week = 0; week < weeks; week++) {
		const ofA = a.ofWeek[week] ?? 0;
		const ofB = b.ofWeek[week] ?? 0;
		if (ofA * weeks + ofB === seen) continue;
		seen = ofA * weeks + ofB;
		const [maskA, maskB] = [a.masks[ofA], b.masks[ofB]];
		if (maskA && maskB) least = Math.min(least, sharedMinutes(maskA, maskB));
	}
	return least;
}

/**
 * The least weekly overlap over the 52 weeks from `from`: clocks change, and
 * not everywhere on the same day. The year of each distinct set of hours is
 * worked out once (about a millisecond), that of two sets once as well, and
 * both are kept by the returned function: hold one per search, or one per week.
 */
export function overlapFrom(from: Date): Overlap {
	const years = new Map<string, Year>();
	// To write the key takes longer than to look it up.
	const seen = new WeakMap<WorkingHours, Year>();
	const yearFor = (hours: WorkingHours): Year => {
		const known = seen.get(hours);
		if (known) return known;
		const { zone, start, end, days } = hours;
		const key = `${zone} ${start} ${end} ${days}`;
		const year = years.get(key) ?? yearOf(hours, from);
		years.set(key, year);
		seen.set(hours, year);
		return year;
	};
	// Many people work at the same hours.
	const shared = new Map<Year, Map<Year, number>>();
	return (a, b) => {
		const [yearA, yearB] = [yearFor(a), yearFor(b)];
		const withA = shared.get(yearA) ?? new Map<Year, number>();
		shared.set(yearA, withA);
		const least = withA.get(yearB) ?? leastShared(yearA, yearB);
		withA.set(yearB, least);
		return least;
	};
}
