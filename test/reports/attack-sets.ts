import type { Candidate, Published, Row } from "../../src/reports/candidate.ts";
import { questionOf } from "./known.ts";

/** People whose number is published, or the sum of what they said. */
export type NamedSet = {
	readonly name: string;
	readonly people: ReadonlySet<string>;
	/** Those who say yes or no, and not all who were asked. */
	readonly isAnswer?: true;
	/** It only follows from several numbers of one figure. */
	readonly isSum?: true;
};

/** Every set that a figure gives a number of: rows, rows together, who says yes. */
export function setsOf(candidate: Candidate, figure: Published): NamedSet[] {
	const { kind } = candidate;
	const id = questionOf(candidate.id);
	if (figure.kind === "hidden" || figure.people.is !== "number") return [];
	if (kind === "count") return [{ name: id, people: candidate.people }];
	if (kind === "mean" || kind === "median")
		return [
			{ name: id, people: new Set(candidate.values.keys()) },
			{
				// Whose answer has changed is somebody else.
				name: `${id} answers`,
				people: new Set([...candidate.values].map((one) => one.join())),
				isAnswer: true,
			},
		];
	if (kind === "share") {
		const all = { name: id, people: candidate.people };
		if (figure.kind !== "share" || figure.yes.is !== "number") return [all];
		return [all, ...yesAndNo(id, candidate.people, candidate.yes)];
	}
	const groups =
		kind === "table" ? candidate.departments : candidate.categories;
	const rows = "rows" in figure ? figure.rows : [];
	const blocks = rows
		.filter(({ people }) => people.is === "number")
		.map(({ names }) => blockOf(id, groups, names));
	return [
		blockOf(id, groups, [...groups.keys()]),
		...blocks,
		...someOf(blocks).map((some) => ({
			name: `sum of ${some.map(({ name }) => name).join(" & ")}`,
			people: together(some),
			isSum: true as const,
		})),
		...(kind === "table" && figure.kind === "table"
			? candidate.columns.flatMap((column) =>
					figure.rows.flatMap((row, at) =>
						row.columns[column.id]?.is === "number"
							? yesAndNo(
									`${blocks[at]?.name} ${column.id}`,
									blocks[at]?.people ?? new Set(),
									column.yes,
								)
							: [],
					),
				)
			: []),
	];
}

function blockOf(
	id: string,
	groups: ReadonlyMap<string, ReadonlySet<string>>,
	names: Row["names"],
): NamedSet {
	return {
		name: `${id} ${[...names].sort().join()}`,
		people: new Set(names.flatMap((name) => [...(groups.get(name) ?? [])])),
	};
}

function yesAndNo(
	name: string,
	people: ReadonlySet<string>,
	yes: ReadonlySet<string>,
): NamedSet[] {
	const some = (isYes: boolean) =>
		new Set([...people].filter((person) => yes.has(person) === isYes));
	return [
		{ name: `${name} yes`, people: some(true), isAnswer: true },
		{ name: `${name} no`, people: some(false), isAnswer: true },
	];
}

const together = (sets: readonly NamedSet[]) =>
	new Set(sets.flatMap(({ people }) => [...people]));

/** All ways to take some of the values, but none. */
function someOf<T>(values: readonly T[]): T[][] {
	const ways = Array.from(
		{ length: 2 ** values.length - 1 },
		(_, at) => at + 1,
	);
	return ways.map((way) => values.filter((_, at) => (way >> at) % 2 === 1));
}

/** Pairs of sets that differ by 1 to 4 people, as sentences. */
export function nearPairs(
	pairs: readonly (readonly [NamedSet, NamedSet])[],
): string[] {
	return pairs.flatMap(([a, b]) => {
		if (Math.abs(a.people.size - b.people.size) > 4) return [];
		const both = [...a.people].filter((person) => b.people.has(person)).length;
		const apart = a.people.size + b.people.size - 2 * both;
		return apart > 0 && apart < 5 ? [`${a.name} / ${b.name}: ${apart}`] : [];
	});
}
