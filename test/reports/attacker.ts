import type {
	Candidate,
	Published,
	Released,
} from "../../src/reports/candidate.ts";
import { type NamedSet, nearPairs, setsOf } from "./attack-sets.ts";
import {
	type Found,
	isolate,
	solveSums,
	type Values,
} from "./attack-solver.ts";
import { type Known, knownOf } from "./known.ts";
import { honest, type Views } from "./outputs.ts";
import type { ProgramRun } from "./random-program.ts";
import { type Read, readAll } from "./read-all.ts";

const yesOrNo: Values = { least: 0, most: 1 };
const oneToFive: Values = { least: 1, most: 5 };

export type Attack = {
	readonly numbers: number;
	/** New figures, release by release. */
	readonly fresh: readonly number[];
	readonly found: readonly Found[];
	/** Sets of two releases, or of two figures, that differ by 1 to 4. */
	readonly near: readonly string[];
	/** What a message says and the file does not. */
	readonly more: readonly unknown[];
};

/**
 * Somebody who reads all that is sent of every release, the file, the charts and
 * what a screen reader says, knows by name who was asked at each time, and wants
 * to know what they said.
 */
export function attack(
	{ isSteady, releases }: ProgramRun,
	published: readonly Released[],
	views: Views = honest,
): Attack {
	const read = readAll(releases, published, views);
	const known = new Map<string, Known>();
	for (const { figures } of read)
		for (const figure of figures) {
			const candidate = behind(releases, figure);
			for (const one of knownOf(candidate, figure))
				known.set(`${one.question} ${figure.id} ${one.row} ${one.asOf}`, one);
		}
	const all = [...known.values()];
	// Answers that change say nothing about each other.
	const questions = Map.groupBy(all, ({ question, asOf }) =>
		isSteady ? question : `${question} ${asOf.slice(0, day)}`,
	);
	const sets = read.map((_, index) =>
		standing(releases, read.slice(0, index + 1)).flatMap((figure) =>
			setsOf(behind(releases, figure), figure),
		),
	);
	return {
		numbers: all.filter(({ sum }) => sum.low === sum.high).length,
		fresh: read.map(
			({ at, figures }) =>
				figures.filter(({ asOf, kind }) => asOf === at && kind !== "hidden")
					.length,
		),
		found: [
			...[...questions.values()].flatMap(solveQuestion),
			...sets.flatMap((view) =>
				isolate(
					view
						.filter(({ isAnswer, isSum }) => !isAnswer && !isSum)
						.map(({ people }) => people),
				),
			),
		],
		near: findNear(sets),
		more: read.flatMap(({ more }) => more),
	};
}

/** In "2026-11-22": a summary may come on the day of a report. */
const day = 10;

/** What may be read at a time: the latest report, and each cohort's summary. */
function standing(
	releases: ProgramRun["releases"],
	read: readonly Read[],
): Published[] {
	const latest = new Map(
		read.map(({ figures }, at) => [releases[at]?.cohort, figures]),
	);
	return [...latest.values()].flat();
}

/** What a figure was made of, when it was new. */
function behind(
	releases: ProgramRun["releases"],
	{ id, asOf }: Published,
): Candidate {
	const candidate = releases
		.find(({ at }) => at === asOf)
		?.candidates.find((one) => one.id === id);
	if (!candidate) throw new Error(`Nothing is behind ${id} of ${asOf}`);
	return candidate;
}

/** The same set at two times, or two sets in one release. */
function findNear(views: readonly NamedSet[][]): string[] {
	const byName = Map.groupBy(views.flat(), ({ name }) => name);
	const times = [...byName.values()].map((sets) => [...new Set(sets)]);
	const published = views.map((view) => view.filter(({ isSum }) => !isSum));
	return nearPairs([...published, ...times].flatMap(pairsOf));
}

const pairsOf = <T>(values: readonly T[]): (readonly [T, T])[] =>
	values.flatMap((a, at) => values.slice(0, at).map((b) => [a, b] as const));

function solveQuestion(known: readonly Known[]): Found[] {
	const values = known[0]?.isScore ? oneToFive : yesOrNo;
	const sums = known.map(({ sum }) => sum);
	const pairs = sums.flatMap((a, at) =>
		sums.slice(0, at).flatMap((b) => solveSums([a, b], values)),
	);
	return [...pairs, ...solveSums(sums, values)];
}
