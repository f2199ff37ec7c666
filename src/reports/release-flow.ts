import {
	type Block,
	type Claim,
	isExact,
	type Ratio,
} from "./release-claim.ts";
import { type Members, overlap } from "./release-people.ts";

/**
 * Whether some group of a figure, or several of them taken together, differs
 * between two releases by fewer people than the limit, and yet differs.
 *
 * People are drawn as flows between the groups they were in and are in, being
 * in none among them. A set of groups differs by what flows across its border.
 */
export function differsTooLittle(
	earlier: Claim,
	later: Claim,
	limit: number,
): boolean {
	if (earlier.blocks.length === 1 && later.blocks.length === 1)
		return wholeDiffers(earlier, later, limit);
	const nodes = commonGroups(earlier, later);
	const sentences = new Set(later.ratios.map(({ sentence }) => sentence));
	const everyone = 1 + Math.max(lastOf(earlier), lastOf(later));
	const partitions = [null, ...sentences].map((sentence) => {
		const names = new Map([["", 0]]);
		const label = (claim: Claim, other: Claim) =>
			labels(claim, other, nodes, sentence, { names, everyone });
		const from = label(earlier, later);
		return flows(from, label(later, earlier), names.size);
	});
	return partitions.some((weights) => hasSmallCut(weights, limit));
}

/** The same of a figure without rows, by counting who is in two sets at once. */
function wholeDiffers(earlier: Claim, later: Claim, limit: number): boolean {
	const { left, right } = overlap(earlier.all.people, later.all.people);
	const isFew = (count: number) => count > 0 && count < limit;
	if (isFew(left + right)) return true;
	if (isFew(countChanged(earlier, later))) return true;
	const [was] = earlier.ratios;
	const [is] = later.ratios;
	if (!was || !is || !isExact(was) || !isExact(is)) return false;
	return hasSmallCut(answerFlows(was, is), limit);
}

/** Between those who say yes, those who say no, and those who are not there. */
function answerFlows(was: Ratio, is: Ratio): number[][] {
	const yes = overlap(was.yes, is.yes);
	const all = overlap(was.block.people, is.block.people);
	const stayed = overlap(was.yes, is.block.people).both;
	const joined = overlap(was.block.people, is.yes).both;
	const changed = stayed + joined - 2 * yes.both;
	const gone = was.yes.length - stayed + (is.yes.length - joined);
	const others = all.left + all.right - gone;
	return [
		[0, changed, gone],
		[changed, 0, others],
		[gone, others, 0],
	];
}

/** Names that were put together in either release are one group in both. */
function commonGroups(earlier: Claim, later: Claim): Map<string, string> {
	const group = new Map<string, string>();
	const find = (name: string): string => {
		const parent = group.get(name) ?? name;
		return parent === name ? name : find(parent);
	};
	const blocks = [...earlier.blocks, ...later.blocks];
	const names = blocks.flatMap((block) => block.names ?? []);
	for (const block of blocks) {
		const [first, ...others] = block.names ?? names;
		for (const other of others) group.set(find(other), find(first ?? other));
	}
	return new Map(names.map((name) => [name, find(name)]));
}

const lastOf = ({ all }: Claim): number => all.people.at(-1) ?? 0;

/**
 * The group each person is in, as a number, told apart by yes and no where both
 * releases tell; 0 for those who are in none.
 */
function labels(
	claim: Claim,
	other: Claim,
	nodes: ReadonlyMap<string, string>,
	sentence: string | null,
	{ names, everyone }: { names: Map<string, number>; everyone: number },
): Int32Array {
	const nodeOf = (block: Block) =>
		(block.names ? nodes.get(block.names[0] ?? "") : [...nodes.values()][0]) ??
		"";
	const untold = [claim, other]
		.flatMap(({ ratios }) => ratios)
		.filter((ratio) => ratio.sentence === sentence && !isExact(ratio))
		.map(({ block }) => nodeOf(block));
	const label = new Int32Array(everyone);
	const mark = (people: Members, name: string) => {
		const number = names.get(name) ?? names.size;
		names.set(name, number);
		for (const person of people) label[person] = number;
	};
	for (const block of claim.blocks) mark(block.people, `in ${nodeOf(block)}`);
	for (const { sentence: said, block, yes } of claim.ratios)
		if (said === sentence && !untold.includes(nodeOf(block)))
			mark(yes, `yes ${nodeOf(block)}`);
	return label;
}

/** How many people went between each two groups, in either direction. */
function flows(from: Int32Array, to: Int32Array, count: number) {
	const weights = Array.from({ length: count }, () =>
		new Array<number>(count).fill(0),
	);
	const add = (a: number, b: number) => {
		const row = weights[a] as number[];
		row[b] = (row[b] ?? 0) + 1;
	};
	for (const [person, before] of from.entries()) {
		const after = to[person] ?? 0;
		if (before === after) continue;
		add(before, after);
		add(after, before);
	}
	return weights;
}

/**
 * Whether the groups can be divided in two with 1 to limit - 1 people between
 * them: the minimum cuts of Stoer and Wagner (1997), those of 0 left aside.
 */
export function hasSmallCut(weights: number[][], limit: number): boolean {
	const rows = weights.map((row) => [...row]);
	let active = rows.map((_, at) => at);
	while (active.length > 1) {
		const { last, before, cut } = phase(rows, active);
		if (cut > 0 && cut < limit) return true;
		active = active.filter((at) => at !== last);
		for (const at of active) {
			const sum = (rows[before]?.[at] ?? 0) + (rows[last]?.[at] ?? 0);
			(rows[before] as number[])[at] = sum;
			(rows[at] as number[])[before] = sum;
		}
	}
	return false;
}

function phase(rows: number[][], active: readonly number[]) {
	const weight = new Map(active.map((at) => [at, 0]));
	let before = active[0] as number;
	let last = before;
	let cut = 0;
	while (weight.size > 0) {
		const [heaviest] = [...weight].reduce((a, b) => (b[1] > a[1] ? b : a));
		cut = weight.get(heaviest) ?? 0;
		weight.delete(heaviest);
		before = last;
		last = heaviest;
		for (const [at, sum] of weight)
			weight.set(at, sum + (rows[last]?.[at] ?? 0));
	}
	return { last, before, cut };
}

/** How many of those who said something both times said something else. */
function countChanged(earlier: Claim, later: Claim): number {
	if (earlier.values.size === 0 || later.values.size === 0) return 0;
	let changed = overlap(earlier.all.people, later.all.people).both;
	for (const [value, people] of later.values) {
		const before = earlier.values.get(value);
		if (before) changed -= overlap(before, people).both;
	}
	return changed;
}
