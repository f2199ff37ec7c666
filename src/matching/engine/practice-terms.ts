/** Whether and how the two can meet. */

import { commonFormat } from "./pair.ts";
import type { Rhythm } from "./profile.ts";
import { type Judged, known, type Term } from "./term.ts";

/** Shared minutes a week from which more would not help: three hours a day. */
const plentyOfMinutes = 15 * 60;

/** Working hours that overlap, in the worst week of the coming year. */
export function hoursTerm(
	{ mentee, mentor, overlap }: Judged,
	max: number,
): Term {
	const minutesPerWeek = overlap(mentee.hours, mentor.hours);
	const useful = Math.min(minutesPerWeek, plentyOfMinutes);
	return known("hours", max, [useful, plentyOfMinutes], { minutesPerWeek });
}

const rhythms: readonly Rhythm[] = ["weekly", "every_two_weeks", "monthly"];

/** How often each wants to meet: the same, or one step apart. */
export function rhythmTerm({ mentee, mentor }: Judged, max: number): Term {
	const apart = Math.abs(
		rhythms.indexOf(mentee.rhythm) - rhythms.indexOf(mentor.rhythm),
	);
	return known("rhythm", max, [2 - apart, 2], { rhythm: mentor.rhythm });
}

/** Video or in person: the same wish counts more than giving way. */
export function formatTerm(pair: Judged, max: number): Term {
	const format = commonFormat(pair);
	const same = pair.mentee.format === pair.mentor.format;
	const quarters = format === null ? 0 : same ? 4 : 3;
	return known("format", max, [quarters, 4], { format });
}
