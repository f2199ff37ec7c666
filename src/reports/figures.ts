import type { Candidate } from "./candidate.ts";
import {
	endedBecause,
	endings,
	helped,
	helpedFigures,
} from "./closing-figures.ts";
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
import {
	departments,
	enrolled,
	matched,
	seats,
	topicFigures,
	waiting,
} from "./people-figures.ts";
import type { ProgramRows } from "./rows.ts";

/** The figures of a program, each with a name and a sentence in reports.json. */
export const figureIds = [
	"enrolled",
	"matched",
	"seats",
	"waiting",
	"health",
	"departmentsMentoring",
	"departmentsWaiting",
	"departmentsSeats",
	"useful",
	"met",
	"timeToMatch",
	"firstReply",
	"asked",
	"agreed",
	"goals",
	"closed",
	"endings",
	...helpedFigures,
	"endedBecause",
	"introduced",
] as const;
export type FigureId = (typeof figureIds)[number];

const figureOf: Record<FigureId, (rows: ProgramRows, now: Date) => Candidate> =
	{
		enrolled,
		matched,
		seats,
		waiting,
		health,
		departmentsMentoring: departments("mentoring"),
		departmentsWaiting: departments("waiting"),
		departmentsSeats: departments("seats"),
		useful,
		met,
		timeToMatch,
		firstReply,
		asked,
		agreed,
		goals,
		closed,
		endings,
		helpedQuestions: helped("questions"),
		helpedListening: helped("listening"),
		helpedHonesty: helped("honesty"),
		helpedStories: helped("stories"),
		helpedChallenge: helped("challenge"),
		helpedPeople: helped("people"),
		helpedPractice: helped("practice"),
		helpedSupport: helped("support"),
		endedBecause,
		introduced,
	};

/**
 * All that a report could say, what matters most first: a later one is left
 * out when an earlier one would give it away.
 */
export const candidatesOf = (rows: ProgramRows, now: Date): Candidate[] => [
	...figureIds.map((id) => figureOf[id](rows, now)),
	...topicFigures(rows),
];
