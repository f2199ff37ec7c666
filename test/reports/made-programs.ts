import type { Cohort } from "../../src/programs/cohort.ts";
import type { Candidate } from "../../src/reports/candidate.ts";
import { cohortKey, type SummaryId } from "../../src/reports/cohort-figures.ts";
import { some } from "./publishing.ts";
import type { ProgramRun } from "./random-program.ts";

/** A program made for one rule: nothing else stands in its way. */
const made = (...releases: Candidate[][]): ProgramRun => ({
	seed: 0,
	isSteady: true,
	releases: releases.map((candidates, month) => ({
		at: new Date(Date.UTC(2026, month, 1)).toISOString(),
		candidates,
		topics: [],
		erased: [],
		cohort: null,
	})),
});

const meanOf = (...scores: number[]): Candidate => ({
	id: "useful",
	kind: "mean",
	values: new Map(scores.map((score, at) => [`p${at}`, score])),
});

const people = (from: number, to: number) => some("p", to).slice(from);
const shareOf = (id: string, asked: string[], yes: string[]): Candidate => ({
	...{ id, people: new Set(asked), yes: new Set(yes) },
	kind: "share",
});

/** One of eight has changed their mind. */
export const changed: ProgramRun = {
	...made([meanOf(1, 2, 3, 4, 5, 1, 2, 2)], [meanOf(1, 2, 3, 4, 5, 1, 2, 4)]),
	isSteady: false,
};

/** Whoever says yes to one question says so to the other, but for one. */
export const alike = made([
	shareOf("goals", people(0, 30), people(0, 12)),
	shareOf("introduced", people(0, 30), people(0, 13)),
]);

/** Ten say yes, and without six who left fewer than five: all six did. */
export const band = made(
	[shareOf("met", people(0, 30), people(0, 10))],
	[shareOf("met", people(6, 38), people(6, 10))],
);

/** Five newcomers all say 5: the sum of eight is known, and that of thirteen. */
export const fives = made(
	[meanOf(1, 2, 3, 4, 5, 1, 2, 2)],
	[meanOf(1, 2, 3, 4, 5, 1, 2, 2, 5, 5, 5, 5, 5)],
);

/** Everybody, less those asked one thing and those asked another, are three. */
export const leftOver = made([
	{ id: "enrolled", kind: "count", people: new Set(people(0, 40)) },
	shareOf("goals", people(0, 15), people(0, 7)),
	shareOf("met", people(15, 37), people(15, 26)),
]);

/** Everybody, less two departments, are five who all wait. */
export const rest = made([
	{
		id: "waiting",
		kind: "share",
		people: new Set([...some("a", 12), ...some("b", 12), ...some("c", 5)]),
		yes: new Set([...some("a", 6), ...some("b", 6), ...some("c", 5)]),
	},
	{
		id: "departmentsWaiting",
		kind: "table",
		departments: new Map([
			["a", new Set(some("a", 12))],
			["b", new Set(some("b", 12))],
			["c", new Set(some("c", 15))],
		]),
		columns: [
			{
				id: "waiting",
				yes: new Set([...some("a", 6), ...some("b", 6), ...some("c", 10)]),
			},
		],
	},
]);

/** Of two departments hardly anybody waits, in one of them a single person. */
export const few = made([
	{
		id: "departmentsWaiting",
		kind: "table",
		departments: new Map([
			["a", new Set(some("a", 20))],
			["b", new Set(some("b", 30))],
		]),
		columns: [
			{ id: "waiting", yes: new Set([...some("a", 1), ...some("b", 4)]) },
		],
	},
]);

const healthOf = (...categories: [string, string[]][]): Candidate => ({
	...{ id: "health", kind: "split" },
	categories: new Map(categories.map(([name, ids]) => [name, new Set(ids)])),
});

/** Fifteen left who all are in the first two categories, which are one later. */
export const merged = made(
	[
		healthOf(
			["onTrack", people(0, 12)],
			["needsCheckIn", people(12, 24)],
			["quiet", people(30, 33)],
			["tooEarly", people(33, 39)],
		),
	],
	[
		healthOf(
			["onTrack", people(0, 3)],
			["needsCheckIn", people(12, 18)],
			["quiet", people(30, 33).concat(people(40, 48))],
			["tooEarly", people(33, 39).concat(people(50, 56))],
		),
	],
);

const cohort: Cohort = {
	...{ cohortId: "c", programId: "p", name: "Spring" },
	...{ signupFrom: "2026-01-01", signupUntil: "2026-01-20" },
	...{ kickoffOn: "2026-02-01", endsOn: "2026-06-30" },
};

/** A report, and then the summary of a cohort with such a figure. */
const summed = (
	report: Candidate[],
	[id, candidate]: [SummaryId, Candidate],
): ProgramRun => {
	const own = { ...candidate, id: cohortKey(cohort.cohortId, id) };
	const run = made(report, [own]);
	return {
		...run,
		releases: run.releases.map((one, at) =>
			at === 0 ? one : { ...one, cohort },
		),
	};
};

/** Six who are not in the cohort all say yes. */
export const others = summed(
	[shareOf("closed", people(0, 46), people(0, 26))],
	["closed", shareOf("", people(6, 46), people(6, 26))],
);

/** Everybody is in the cohort; since it began one of them said something else. */
export const longer: ProgramRun = {
	...summed(
		[meanOf(1, 2, 3, 4, 5, 1, 2, 2)],
		["useful", meanOf(1, 2, 3, 4, 5, 1, 2, 4)],
	),
	isSteady: false,
};

/** Of twenty in a cohort hardly anybody has found a mentor. */
export const unlucky = summed(
	[],
	["found", shareOf("", people(0, 20), people(0, 2))],
);
