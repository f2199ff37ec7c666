import {
	type Level,
	type Limit,
	limitOf,
	type Published,
	peopleLimit,
	type Row,
	sentenceOf,
	type TableRow,
} from "./candidate.ts";
import { rangeOf } from "./release-amount.ts";
import type { Group, Members, Register } from "./release-people.ts";
import type { Range } from "./release-range.ts";
import { peoplePart, valuePart, yesPart } from "./release-show.ts";

/** A group of a figure: a row, or all its people. */
export type Block = {
	/** The departments or categories in it; null: all there are. */
	readonly names: readonly string[] | null;
	readonly people: Members;
	/** Its size is published. */
	readonly exact: boolean;
};

/** How many of a block say yes to a sentence. */
export type Ratio = {
	readonly sentence: string;
	readonly block: Block;
	readonly yes: Members;
	/** What is published of it. */
	readonly range: Range;
};

/** What a published figure says, and of whom. */
export type Claim = {
	readonly figure: string;
	readonly limit: Limit;
	/** Groups without a common member. */
	readonly blocks: readonly Block[];
	/** All of them. */
	readonly all: Block;
	readonly ratios: readonly Ratio[];
	/** The same of all blocks together; of a split, who is in which category. */
	readonly totals: readonly Ratio[];
	/** Of a mean or median: who gave which value. */
	readonly values: ReadonlyMap<string, Members>;
	/** Of a mean: what is published of the sum of its values. */
	readonly sum: Range | null;
};

/** Reads a figure together with the people behind it, by part. */
export function claimOf(
	published: Published,
	parts: ReadonlyMap<string, Members>,
	{ union }: Register,
): Claim | null {
	if (published.kind === "hidden") return null;
	const { id: figure } = published;
	const values = new Map([...parts].filter(([part]) => isValue(part)));
	const blocks = rowsOf(published).map(({ names, people }, row): Block => {
		const members = parts.get(peoplePart(row)) ?? union([...values.values()]);
		return { names, people: members, exact: people.is === "number" };
	});
	const ratios = blocks.flatMap((block, row) =>
		Object.entries(yesOf(published, row)).map(([id, amount]): Ratio => {
			const yes = parts.get(yesPart(id, row)) ?? new Uint32Array();
			return {
				sentence: sentenceOf(id),
				block,
				yes,
				range: rangeOf(amount, block.people.length),
			};
		}),
	);
	const all: Block = {
		names: null,
		people: union(blocks.map(({ people }) => people)),
		exact: published.people.is === "number",
	};
	return {
		figure,
		limit: limitOf(published.limit ?? peopleLimit),
		blocks,
		all,
		ratios,
		totals:
			published.kind === "split"
				? categoriesOf(figure, blocks, all, union)
				: totalsOf(ratios, all, union),
		values,
		sum:
			published.kind === "mean"
				? sumRange(published.mean, all.people.length)
				: null,
	};
}

const isValue = (part: string) => part.startsWith(valuePart(0).slice(0, -1));

type Seen = Exclude<Published, { kind: "hidden" }>;
type Rows = readonly { names: Row["names"] | null; people: Row["people"] }[];

function rowsOf(published: Seen): Rows {
	const rows = "rows" in published ? published.rows : [];
	return rows.length > 0 ? rows : [{ names: null, people: published.people }];
}

function yesOf(published: Seen, row: number): TableRow["columns"] {
	if (published.kind === "share") return { [published.id]: published.yes };
	if (published.kind === "table") return published.rows[row]?.columns ?? {};
	return {};
}

/**
 * To be in a category is a sentence as well, and so is to be in one of several:
 * another release may have put together what stands alone in this one. Everybody
 * was asked. To be in none of some is to be in one of the others, so that half of
 * the sentences are enough: those with the first name of all.
 */
function categoriesOf(
	figure: string,
	blocks: readonly Block[],
	block: Block,
	union: Register["union"],
): Ratio[] {
	const [first] = blocks.flatMap(({ names }) => names ?? []).sort();
	return properPartsOf(blocks).flatMap((some) => {
		const names = some.flatMap(({ names }) => names ?? []).sort();
		if (names[0] !== first) return [];
		const yes = union(some.map(({ people }) => people));
		const range = { low: yes.length, high: yes.length };
		const sentence = [sentenceOf(figure), ...names].join("\n");
		return [{ sentence, block, yes, range }];
	});
}

/** All ways to take some of the values, but neither none nor all. */
const properPartsOf = <T>(values: readonly T[]): T[][] =>
	Array.from({ length: 2 ** values.length - 2 }, (_, at) =>
		values.filter((_, i) => ((at + 1) >> i) % 2 === 1),
	);

function totalsOf(
	ratios: readonly Ratio[],
	block: Block,
	union: Register["union"],
): Ratio[] {
	const bySentence = Map.groupBy(ratios, ({ sentence }) => sentence);
	return [...bySentence].map(([sentence, parts]) => ({
		sentence,
		block,
		yes: union(parts.map(({ yes }) => yes)),
		range: {
			low: parts.reduce((sum, { range }) => sum + range.low, 0),
			high: parts.reduce((sum, { range }) => sum + range.high, 0),
		},
	}));
}

function sumRange(mean: Level, size: number): Range {
	switch (mean.is) {
		case "number":
			return {
				low: (mean.value - 0.05) * size,
				high: (mean.value + 0.05) * size,
			};
		case "between":
			return { low: mean.low * size, high: mean.high * size };
		default:
			return { low: size, high: 5 * size };
	}
}

/** Whether the people are as many as the figure says. */
export function isTrueOf(
	published: Published,
	{ blocks, all, ratios }: Claim,
): boolean {
	if (published.kind === "hidden") return true;
	const isTrue = ({ people }: Block, amount: Row["people"] | undefined) =>
		amount?.is !== "number" || amount.value === people.length;
	return (
		isTrue(all, published.people) &&
		rowsOf(published).every((row, at) =>
			isTrue(blocks[at] ?? all, row.people),
		) &&
		ratios.every((one) => !isExact(one) || one.range.low === one.yes.length)
	);
}

/** Every group whose size is published. */
export function groupsOf({ blocks, all, ratios, totals }: Claim): Group[] {
	const groups = [...blocks, all].filter(({ exact }) => exact);
	const answers = [...ratios, ...totals].filter(isExact).flatMap(yesAndNo);
	return [...groups.map(({ people }) => whole(people)), ...answers];
}

export const isExact = ({ range }: Ratio) => range.low === range.high;

const whole = (of: Members): Group => ({ of, less: null });

const yesAndNo = ({ yes, block }: Ratio): Group[] => [
	whole(yes),
	{ of: block.people, less: yes },
];
