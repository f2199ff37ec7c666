/** Who the two are in the organisation and how they like to work. */

import { levelsAhead, sharedLanguages } from "./pair.ts";
import type { Style } from "./profile.ts";
import { type Judged, known, type Term, unknown } from "./term.ts";

/** Quarters by levels ahead, from 0; the last holds for all above. */
const quartersAhead = [1, 4, 4, 2, 1];
/** A sponsor needs a voice where the mentee has none yet. */
const quartersAheadOfSponsor = [0, 2, 4, 4, 3];
/** Peers are at a similar level, in either direction. */
const quartersApart = [4, 3, 1, 0];

/** The gap between levels that the kind wants. */
export function seniorityTerm(pair: Judged, max: number): Term {
	const { mentee, mentor, kind } = pair;
	if (mentee.level === null || mentor.level === null) {
		return unknown("seniority", max);
	}
	const difference = mentor.level - mentee.level;
	const [steps, table] =
		kind === "peer"
			? [Math.abs(difference), quartersApart]
			: [
					levelsAhead(pair) ?? difference,
					kind === "sponsor" ? quartersAheadOfSponsor : quartersAhead,
				];
	const quarters =
		steps < 0 ? 0 : (table[Math.min(steps, table.length - 1)] ?? 0);
	return known("seniority", max, [quarters, 4], { difference });
}

/** Another department sees things from another side. */
export function departmentTerm({ mentee, mentor }: Judged, max: number): Term {
	if (mentee.department === null || mentor.department === null) {
		return unknown("department", max);
	}
	const other = mentee.department !== mentor.department;
	return known("department", max, [other ? 1 : 0, 1], {
		department: mentor.department,
	});
}

/** The language the mentee prefers, or at least one both speak. */
export function languageTerm(pair: Judged, max: number): Term {
	const { mentee, mentor } = pair;
	if (mentee.languages.length === 0 || mentor.languages.length === 0) {
		return unknown("language", max);
	}
	const languages = sharedLanguages(pair);
	const preferred = languages[0] === mentee.languages[0];
	const halves = languages.length === 0 ? 0 : preferred ? 2 : 1;
	return known("language", max, [halves, 2], { languages });
}

const styleQuestions = ["feedback", "plan", "medium"] as const;

/** Equal answers on working style; a question one skipped counts half. */
export function styleTerm({ mentee, mentor }: Judged, max: number): Term {
	const answered = styleQuestions.filter(
		(question) => mentee.style[question] && mentor.style[question],
	);
	if (answered.length === 0) return unknown("style", max);
	const equal = answered.filter(
		(question) => mentee.style[question] === mentor.style[question],
	);
	const alike: Style = Object.fromEntries(
		equal.map((question) => [question, mentee.style[question]]),
	);
	const skipped = styleQuestions.length - answered.length;
	return known(
		"style",
		max,
		[2 * equal.length + skipped, 2 * styleQuestions.length],
		{ alike },
	);
}
