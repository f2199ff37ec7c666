import type { Level, Published, Row, TableRow } from "./candidate.ts";
import { rangeOf } from "./release-amount.ts";
import { type Members, union, without } from "./release-people.ts";
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
	/** Groups without a common member. */
	readonly blocks: readonly Block[];
	/** All of them. */
	readonly all: Block;
	readonly ratios: readonly Ratio[];
	/** The same of all blocks together. */
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
): Claim | null {
	if (published.kind === "hidden") return null;
	const { id: figure } = published;
	const values = new Map([...parts].filter(([part]) => isValue(part)));
	const blocks = rowsOf(published).map(({ names, people }, row): Block => {
		const members = parts.get(peoplePart(row)) ?? union([...values.values()]);
		return { names, people: members, exact: people.is === "number" };
	});
	const ratios = blocks.flatMap((block, row) =>
		Object.entries(yesOf(published, row)).map(([sentence, amount]): Ratio => {
			const yes = parts.get(yesPart(sentence, row)) ?? new Uint32Array();
			return {
				sentence,
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
		blocks,
		all,
		ratios,
		totals: totalsOf(ratios, all),
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

function totalsOf(ratios: readonly Ratio[], block: Block): Ratio[] {
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

/** Every group whose size is published. */
export function groupsOf({ blocks, all, ratios, totals }: Claim): Members[] {
	const groups = [...blocks, all].filter(({ exact }) => exact);
	const answers = [...ratios, ...totals].filter(isExact).flatMap(yesAndNo);
	return [...groups.map(({ people }) => people), ...answers];
}

export const isExact = ({ range }: Ratio) => range.low === range.high;

const yesAndNo = ({ yes, block }: Ratio): Members[] => [
	yes,
	without(block.people, yes),
];
