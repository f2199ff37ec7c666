import type { Candidate, Share } from "./candidate.ts";
import { endings, helped, helpedFigures, helpedOf } from "./closing-figures.ts";
import type { FigureId } from "./figures.ts";
import {
	agreed,
	asked,
	closed,
	firstReply,
	goals,
	health,
	introduced,
	met,
	timeToMatch,
	useful,
} from "./mentorship-figures.ts";
import { enrolled } from "./people-figures.ts";
import type { ProgramRows } from "./rows.ts";

/** Of those who took part to find a mentor, who did, however it went on. */
export function found({ people, mentorships }: ProgramRows): Share {
	const wants = people.filter(
		({ role }) => role === "mentee" || role === "both",
	);
	const mentored = new Set(
		mentorships
			.filter(({ state }) => state !== "proposed")
			.flatMap(({ members }) => members.filter(({ role }) => role !== "mentor"))
			.map(({ personId }) => personId),
	);
	const ids = wants.map(({ personId }) => personId);
	return {
		id: "found",
		kind: "share",
		people: new Set(ids),
		yes: new Set(ids.filter((personId) => mentored.has(personId))),
	};
}

/** What a summary says of a cohort, what matters most first. */
export const summaryIds = [
	"enrolled",
	"found",
	"useful",
	"closed",
	"endings",
	"met",
	"goals",
	"timeToMatch",
	"firstReply",
	"asked",
	"health",
	"agreed",
	...helpedFigures,
	"introduced",
] as const satisfies (FigureId | "found")[];
export type SummaryId = (typeof summaryIds)[number];

const figureOf: Record<SummaryId, (rows: ProgramRows, now: Date) => Candidate> =
	{
		enrolled,
		found,
		useful,
		closed,
		endings,
		met,
		goals,
		timeToMatch,
		firstReply,
		asked,
		health,
		agreed,
		[helpedOf.questions]: helped("questions"),
		[helpedOf.listening]: helped("listening"),
		[helpedOf.honesty]: helped("honesty"),
		[helpedOf.stories]: helped("stories"),
		[helpedOf.challenge]: helped("challenge"),
		[helpedOf.people]: helped("people"),
		[helpedOf.practice]: helped("practice"),
		[helpedOf.support]: helped("support"),
		introduced,
	};

/**
 * A figure of a cohort: the sentence of the program's, about other people. Each
 * cohort has ids of its own, so that none of its figures stands for another's.
 */
export const cohortKey = (cohortId: string, id: SummaryId): string =>
	`cohort.${cohortId.replaceAll("-", "")}.${id}`;

export const cohortCandidates = (
	cohortId: string,
	rows: ProgramRows,
	now: Date,
): Candidate[] =>
	summaryIds.map((id) => ({
		...figureOf[id](rows, now),
		id: cohortKey(cohortId, id),
	}));
