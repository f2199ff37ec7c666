import {
	type EndingReason,
	endingReasons,
	type Help,
	helps,
} from "../mentorships/closing.ts";
import { commentLimit, type Share, type Split } from "./candidate.ts";
import type { ProgramRows, ReasonRow } from "./rows.ts";
import { tokenOf } from "./token.ts";

/** Figures of what people look back on, and of how mentorships close. */

type Capital<S extends Help> = `helped${Capitalize<S>}`;
/** The figure of each tick: how many ticked it, of those who looked back. */
export const helpedOf = {
	questions: "helpedQuestions",
	listening: "helpedListening",
	honesty: "helpedHonesty",
	stories: "helpedStories",
	challenge: "helpedChallenge",
	people: "helpedPeople",
	practice: "helpedPractice",
	support: "helpedSupport",
} as const satisfies { [H in Help]: Capital<H> };

/** One may tick several, so each is a share of the same people. */
export const helped =
	(help: Help) =>
	({ lookBacks }: ProgramRows): Share => {
		const ticked = lookBacks.filter((one) => one.helped.includes(help));
		return {
			id: helpedOf[help],
			kind: "share",
			people: new Set(lookBacks.map(({ personId }) => personId)),
			yes: new Set(ticked.map(({ personId }) => personId)),
		};
	};

export const helpedFigures = helps.map((help) => helpedOf[help]);

/** How a mentorship goes on when it has closed, by what its members chose. */
export const outcomes = ["finished", "informal", "renewed"] as const;
export type Outcome = (typeof outcomes)[number];

/** Whose several mentorships closed counts with the latest. */
export function endings({ closings }: ProgramRows): Split {
	const latest = new Map<string, Outcome>();
	for (const { personId, outcome } of closings.toSorted(
		(a, b) => +a.closedAt - +b.closedAt,
	))
		latest.set(personId, outcome);
	return {
		id: "endings",
		kind: "split",
		categories: new Map(
			outcomes.map((outcome) => [
				outcome,
				new Set(
					[...latest].filter(([, is]) => is === outcome).map(([id]) => id),
				),
			]),
		),
	};
}

/**
 * Why mentorships ended early, where somebody said so. Whose reasons these are
 * is stored nowhere, so what is counted are the times that one was given; it
 * takes ten, as one person may have given several.
 */
export const endedBecause = ({ reasons }: ProgramRows): Split => ({
	id: "endedBecause",
	kind: "split",
	limit: commentLimit,
	categories: new Map(
		endingReasons.map((reason) => [
			reason,
			new Set(reasons.filter((row) => row.reason === reason).flatMap(tokensOf)),
		]),
	),
});

const mostInMonth = 100_000;
const mostReasons = 8;

/** The first time in a month has the same number in every release. */
function tokensOf({ month, reason, times }: ReasonRow): string[] {
	const [year = 0, ofYear = 0] = month.split("-").map(Number);
	const place = ((year - 2020) * 12 + ofYear) * mostReasons + placeOf(reason);
	return Array.from({ length: Math.min(times, mostInMonth - 1) }, (_, at) =>
		tokenOf(place * mostInMonth + at + 1),
	);
}

/** Never changed, as releases of years hold tokens made of it. */
const places: Record<EndingReason, number> = {
	time: 0,
	changed: 1,
	reached: 2,
	fit: 3,
	other: 4,
};
const placeOf = (reason: EndingReason): number => places[reason];
