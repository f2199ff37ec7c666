import type { Candidate } from "./candidate.ts";
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
	"departmentsMatched",
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
		departmentsMatched: departments("matched"),
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

/** Everybody who stands behind any of them. */
export function allIn(candidates: readonly Candidate[]): string[] {
	const all = new Set<string>();
	for (const candidate of candidates)
		for (const people of groupsOf(candidate))
			for (const personId of people) all.add(personId);
	return [...all];
}

function groupsOf(candidate: Candidate): Iterable<string>[] {
	switch (candidate.kind) {
		case "count":
		case "share":
			return [candidate.people];
		case "mean":
		case "median":
			return [candidate.values.keys()];
		case "split":
			return [...candidate.categories.values()];
		case "table":
			return [...candidate.departments.values()];
	}
}
