import type {
	Amount,
	Candidate,
	Limit,
	Mean,
	Median,
	People,
	Row,
	Share,
	Shown,
	Split,
	Table,
} from "./candidate.ts";
import { noDepartment, peopleLimit } from "./candidate.ts";
import {
	hidden,
	meanLevel,
	medianLevel,
	rangeOf,
	sizeAmount,
	yesAmount,
} from "./release-amount.ts";
import { together } from "./release-merge.ts";
import { isVague, narrowed } from "./release-range.ts";

/** The parts of a figure by name, and who stands behind each. */
export type Parts = ReadonlyMap<string, Iterable<string>>;
export type Draft = { readonly shown: Shown; readonly parts: Parts };

export const peoplePart = (row: number) => `people/${row}`;
export const yesPart = (column: string, row: number) => `yes/${column}/${row}`;
export const valuePart = (value: number) => `value/${value}`;

/** What may be shown of a candidate, all other figures and releases aside. */
export function show(candidate: Candidate): Draft {
	const limit = candidate.limit ?? peopleLimit;
	switch (candidate.kind) {
		case "count":
			return {
				shown: {
					kind: "count",
					people: sizeAmount(candidate.people.size, limit),
				},
				parts: new Map([[peoplePart(0), candidate.people]]),
			};
		case "share":
			return showShare(candidate, limit);
		case "mean":
		case "median":
			return showLevel(candidate, limit);
		case "split":
			return showSplit(candidate, limit);
		case "table":
			return showTable(candidate, limit);
	}
}

function showShare({ id, people, yes }: Share, limit: Limit): Draft {
	return {
		shown: {
			kind: "share",
			people: sizeAmount(people.size, limit),
			yes: yesAmount(yes.size, people.size, limit),
		},
		parts: new Map([
			[peoplePart(0), people],
			[yesPart(id, 0), yes],
		]),
	};
}

function showLevel(candidate: Mean | Median, limit: Limit): Draft {
	const whole = candidate.kind === "median";
	const values: number[] = [];
	const parts = new Map<string, string[]>();
	for (const [person, given] of candidate.values) {
		const value = whole ? Math.round(given) : given;
		values.push(value);
		const part = valuePart(value);
		const others = parts.get(part);
		if (others) others.push(person);
		else parts.set(part, [person]);
	}
	const people = sizeAmount(values.length, limit);
	if (candidate.kind === "mean")
		return {
			shown: { kind: "mean", people, mean: meanLevel(values, limit) },
			parts,
		};
	const { unit } = candidate;
	const median = medianLevel(values, unit, limit);
	return { shown: { kind: "median", unit, people, median }, parts };
}

function showSplit({ categories }: Split, limit: Limit): Draft {
	const { people, groups } = grouped([...categories], limit);
	return {
		shown: {
			kind: "split",
			people: sizeAmount(people.length, limit),
			rows: groups.map((group) => rowOf(group, limit)),
		},
		parts: peopleParts(people, groups),
	};
}

function showTable({ departments, columns }: Table, limit: Limit): Draft {
	const byName = [...departments].sort(([a], [b]) => inOrder(a, b));
	const { people, groups } = grouped(byName, limit);
	const parts = peopleParts(people, groups);
	const cells = columns.map(({ id, yes }) => {
		const yesInRow = groups.map((group) =>
			group.people.filter((person) => yes.has(person)),
		);
		for (const [row, found] of yesInRow.entries())
			parts.set(yesPart(id, row), found);
		const counts = groups.map((group, row) => ({
			size: group.people.length,
			yes: yesInRow[row]?.length ?? 0,
		}));
		return { id, amounts: columnAmounts(counts, limit) };
	});
	const rows = groups.map((group, row) => ({
		...rowOf(group, limit),
		columns: Object.fromEntries(
			cells.map(({ id, amounts }) => [id, amounts[row] ?? hidden]),
		),
	}));
	const all = sizeAmount(people.length, limit);
	return { shown: { kind: "table", people: all, rows }, parts };
}

const inOrder = (a: string, b: string): number => {
	const isLast = (name: string) => Number(name === noDepartment);
	return isLast(a) - isLast(b) || (a < b ? -1 : 1);
};

type Group = { names: string[]; people: string[] };

const rowOf = ({ names, people }: Group, limit: Limit): Row => ({
	names,
	people: sizeAmount(people.length, limit),
});

/** The groups that can be shown, and nothing but all of them if none can. */
function grouped(named: readonly [string, People][], limit: Limit) {
	const people = named.flatMap(([, members]) => [...members]);
	const sizes = named.map(([, members]) => members.size);
	const merged = together(sizes, limit);
	const groups: Group[] = [];
	const rest: Group = { names: [], people: [] };
	for (const [at, [name, members]] of merged ? named.entries() : []) {
		if (!merged?.has(at)) groups.push({ names: [name], people: [...members] });
		else {
			rest.names.push(name);
			rest.people.push(...members);
		}
	}
	if (rest.names.length > 0) groups.push(rest);
	return { people, groups };
}

function peopleParts(people: string[], groups: readonly Group[]) {
	const sets =
		groups.length > 0 ? groups.map(({ people }) => people) : [people];
	return new Map(sets.map((set, row) => [peoplePart(row), set]));
}

/**
 * A column of a table. Where some cells are hidden or bands, others go too, the
 * smallest group first, until the sum of the column leaves them as vague as
 * they are by themselves: that sum may be a figure of its own.
 */
function columnAmounts(
	cells: readonly { size: number; yes: number }[],
	limit: Limit,
): readonly Amount[] {
	const alone = cells.map(({ size, yes }) => yesAmount(yes, size, limit));
	const exact = [...cells.keys()]
		.filter((row) => alone[row]?.is === "number")
		.sort((a, b) => (cells[a]?.size ?? 0) - (cells[b]?.size ?? 0));
	if (exact.length === cells.length) return alone;
	for (let gone = 0; gone <= exact.length; gone++) {
		const kept = new Set(exact.slice(gone));
		const unsaid = [...cells.entries()].filter(([row]) => !kept.has(row));
		const known = unsaid.map(([row, { size }]) =>
			alone[row]?.is === "number"
				? { low: limit, high: size - limit }
				: rangeOf(alone[row] ?? hidden, size),
		);
		const sum = unsaid.reduce((total, [, { yes }]) => total + yes, 0);
		const vague = narrowed(known, sum).every((range, at) =>
			isVague(range, unsaid[at]?.[1].size ?? 0, limit),
		);
		if (vague)
			return alone.map((amount, row) =>
				amount.is === "number" && !kept.has(row) ? hidden : amount,
			);
	}
	return alone.map(() => hidden);
}
