import { addDays, earlierOf, utcDate } from "../time/calendar.ts";
import { periodOf, periodOn, type Rhythm } from "../time/periods.ts";
import type { Talk } from "./pair.ts";

/** So many periods without a talk, or so many days, and a pair is quiet. */
export const quietAfter = { periods: 3, days: 56 } as const;

/** Where a day begins first, it begins so much before UTC's. */
const aheadMs = 14 * 3_600_000;

/** What silence is counted from. */
export type Counted = {
	readonly countedFrom: Date;
	readonly rhythm: Rhythm;
	readonly talks: readonly Talk[];
};

/** How long a pair has been silent, the same for all of its members. */
export type Silence = {
	/** The date its periods count from, in UTC: it does not move with people. */
	anchor: string;
	/** The number of the present period. */
	period: number;
	/** Of the last one with a talk; -1 when there was none. */
	talkedIn: number;
	/** The last talk, which may be still to come. */
	lastAt: Date | null;
	/** Its date, or the anchor. */
	since: string;
	/** From this date on it is quiet, unless they talk or book before. */
	quietFrom: string;
};

/**
 * Counts in UTC, so that all members and every report come to the same. A talk
 * that is booked up to the end of the next period counts as one; what lies
 * further ahead says nothing yet about now.
 */
export function silenceOf(
	{ countedFrom, rhythm, talks }: Counted,
	now: Date,
): Silence {
	const anchor = utcDate(countedFrom);
	const period = Math.max(0, periodOn(anchor, rhythm, utcDate(now)));
	const furthest = utcDate(new Date(now.getTime() + aheadMs));
	const horizon = periodOf(
		anchor,
		rhythm,
		periodOn(anchor, rhythm, furthest) + 1,
	).end;
	const [lastAt = null] = talks
		.map(({ at }) => at)
		.filter((at) => {
			const date = utcDate(at);
			return date >= anchor && date < horizon;
		})
		.sort((a, b) => b.getTime() - a.getTime());
	const since = lastAt ? utcDate(lastAt) : anchor;
	const talkedIn = lastAt ? periodOn(anchor, rhythm, since) : -1;
	const { end } = periodOf(anchor, rhythm, talkedIn + quietAfter.periods);
	return {
		...{ anchor, period, talkedIn, lastAt, since },
		quietFrom: earlierOf(end, addDays(since, quietAfter.days)),
	};
}
