import type {
	Amount,
	Candidate,
	Level,
	Published,
	Released,
} from "../../src/reports/candidate.ts";
import { type NamedSet, nearPairs, setsOf } from "./attack-sets.ts";
import {
	type Found,
	isolate,
	type Sum,
	solveSums,
	type Values,
} from "./attack-solver.ts";
import type { ProgramRun } from "./random-program.ts";

/**
 * Somebody who has every release, knows by name who was asked at each time, and
 * wants to know what they said. What is known of one question to some people:
 */
type Known = {
	readonly question: string;
	readonly figure: string;
	readonly row: string;
	readonly asOf: string;
	readonly sum: Sum;
};

const yesOrNo: Values = { least: 0, most: 1 };
const oneToFive: Values = { least: 1, most: 5 };

export type Attack = {
	readonly numbers: number;
	readonly fresh: number;
	readonly found: readonly Found[];
	/** Sets of two releases, or of two figures, that differ by 1 to 4. */
	readonly near: readonly string[];
};

/** Attacks all that was published of a program. */
export function attack(
	{ isSteady, releases }: ProgramRun,
	published: readonly Released[],
): Attack {
	const known = new Map<string, Known>();
	for (const { figures } of published)
		for (const figure of figures) {
			const candidate = behind(releases, figure);
			for (const one of knownOf(candidate, figure))
				known.set(`${one.question} ${figure.id} ${one.row} ${one.asOf}`, one);
		}
	const all = [...known.values()];
	// Answers that change say nothing about each other.
	const questions = Map.groupBy(all, ({ question, asOf }) =>
		isSteady ? question : `${question} ${asOf}`,
	);
	const views = published.map(({ figures }) =>
		figures.flatMap((figure) => setsOf(behind(releases, figure), figure)),
	);
	return {
		numbers: all.filter(({ sum }) => sum.low === sum.high).length,
		fresh: published
			.flatMap(({ at, figures }) => figures.filter(({ asOf }) => asOf === at))
			.filter(({ kind }) => kind !== "hidden").length,
		found: [
			...[...questions.values()].flatMap(solveQuestion),
			...views.flatMap((view) =>
				isolate(
					view
						.filter(({ isAnswer, isSum }) => !isAnswer && !isSum)
						.map(({ people }) => people),
				),
			),
		],
		near: findNear(views),
	};
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
	const values = known[0]?.question === "score" ? oneToFive : yesOrNo;
	const sums = known.map(({ sum }) => sum);
	const pairs = sums.flatMap((a, at) =>
		sums.slice(0, at).flatMap((b) => solveSums([a, b], values)),
	);
	return [...pairs, ...solveSums(sums, values)];
}

/** What a figure says of those who stood behind it. */
function knownOf(candidate: Candidate, figure: Published): Known[] {
	const known = (
		question: string,
		row: string,
		people: ReadonlySet<string>,
		said: { low: number; high: number; isHidden: boolean },
	): Known => ({
		...{ question, row, figure: figure.id, asOf: figure.asOf },
		sum: { people, ...said },
	});
	if (candidate.kind === "share" && figure.kind === "share")
		return [
			known(
				candidate.id,
				"",
				candidate.people,
				read(figure.yes, candidate.people.size),
			),
		];
	if (candidate.kind === "mean" && figure.kind === "mean") {
		const people = new Set(candidate.values.keys());
		const said = readMean(figure.mean, people.size);
		return said ? [known(candidate.id, "", people, said)] : [];
	}
	if (candidate.kind !== "table" || figure.kind !== "table") return [];
	return figure.rows.flatMap(({ names, columns }) => {
		const people = new Set(
			names.flatMap((name) => [...(candidate.departments.get(name) ?? [])]),
		);
		return Object.entries(columns).map(([column, amount]) =>
			known(column, names.join(), people, read(amount, people.size)),
		);
	});
}

function read(amount: Amount, size: number) {
	switch (amount.is) {
		case "number":
			return { low: amount.value, high: amount.value, isHidden: false };
		case "under":
			return {
				low: 0,
				high: Math.min(size, amount.limit - 1),
				isHidden: true,
			};
		case "nearlyAll":
			return {
				low: Math.max(0, size - amount.limit + 1),
				high: size,
				isHidden: true,
			};
		case "hidden":
			return { low: 0, high: size, isHidden: true };
	}
}

function readMean(mean: Level, size: number) {
	if (mean.is === "between")
		return { low: mean.low * size, high: mean.high * size, isHidden: true };
	if (mean.is !== "number") return null;
	return {
		low: Math.ceil((mean.value - 0.05) * size - 1e-9),
		high: Math.floor((mean.value + 0.05) * size + 1e-9),
		isHidden: false,
	};
}
