import type {
	Amount,
	Candidate,
	Level,
	Published,
	Row,
} from "../../src/reports/candidate.ts";
import type { Sum } from "./attack-solver.ts";

/** What is known of one question to some people. */
export type Known = {
	readonly question: string;
	readonly isScore: boolean;
	readonly figure: string;
	readonly row: string;
	readonly asOf: string;
	readonly sum: Sum;
};

/** What a cohort's figure asks is what the program's asks, of other people. */
export const questionOf = (figure: string): string =>
	figure.startsWith("cohort.") ? figure.split(".").slice(2).join(".") : figure;

/** What a figure says of those who stood behind it. */
export function knownOf(candidate: Candidate, figure: Published): Known[] {
	const known = (
		question: string,
		row: string,
		people: ReadonlySet<string>,
		said: { low: number; high: number; isHidden: boolean },
	): Known => ({
		...{ question, row, figure: figure.id, asOf: figure.asOf },
		isScore: candidate.kind === "mean",
		sum: { people, ...said },
	});
	const asks = questionOf(candidate.id);
	if (candidate.kind === "share" && figure.kind === "share")
		return [
			known(
				asks,
				"",
				candidate.people,
				read(figure.yes, candidate.people.size),
			),
		];
	if (candidate.kind === "mean" && figure.kind === "mean") {
		const people = new Set(candidate.values.keys());
		const said = readMean(figure.mean, people.size);
		return said ? [known(asks, "", people, said)] : [];
	}
	if (candidate.kind === "split" && figure.kind === "split") {
		const people = new Set(
			[...candidate.categories.values()].flatMap((some) => [...some]),
		);
		return unionsOf(figure.rows, [...candidate.categories.keys()]).map(
			({ names, size }) =>
				known(`${asks} ${names.join()}`, "", people, {
					...{ low: size, high: size, isHidden: false },
				}),
		);
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

/**
 * To be in one of several categories is a question as well, and the same as to be
 * in none of the others: the one with the first category stands for both.
 */
function unionsOf(rows: readonly Row[], all: readonly string[]) {
	const ways = Array.from({ length: 2 ** rows.length - 1 }, (_, at) =>
		rows.filter((_, row) => ((at + 1) >> row) % 2 === 1),
	);
	return ways
		.map((some) => ({
			names: some.flatMap(({ names }) => names).sort(),
			size: some.reduce((sum, { people }) => sum + numberOf(people), 0),
		}))
		.filter(({ names }) => names.length < all.length)
		.filter(({ names }) => names.includes(all[0] ?? ""));
}

/** A row is of enough people, so that it always has a number. */
function numberOf(people: Amount): number {
	if (people.is === "number") return people.value;
	throw new Error("A row has no number");
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
