import type { Candidate } from "../../src/reports/candidate.ts";
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
