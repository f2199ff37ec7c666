import { type Claim, groupsOf, isExact, type Ratio } from "./release-claim.ts";
import { differsTooLittle } from "./release-flow.ts";
import { isNear, type Members, overlap } from "./release-people.ts";
import { type Range, tellsTooMuch } from "./release-range.ts";
import { leavesNoChoice, pinsDown } from "./release-span.ts";

/** All that was ever published of a program. */
export type Ledger = {
	readonly claims: Map<string, Claim[]>;
	/** Every group whose size is known, by size. */
	readonly groups: Map<number, Members[]>;
};

export const emptyLedger = (): Ledger => ({
	claims: new Map(),
	groups: new Map(),
});

export function record(ledger: Ledger, claim: Claim): void {
	push(ledger.claims, claim.figure, claim);
	for (const group of groupsOf(claim)) push(ledger.groups, group.length, group);
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

/** Whether a claim would say too much beside all others. */
export type Rule = (claim: Claim, ledger: Ledger, limit: number) => boolean;

/** Each finds what the others do not: test/reports shows it, one by one. */
export const rules = {
	/** Two releases of the figure differ by fewer people than the limit. */
	differsTooLittle: (claim, ledger, limit) =>
		earlierOf(claim, ledger).some((earlier) =>
			differsTooLittle(earlier, claim, limit),
		),
	/** So does a group of it and one of another figure. */
	isNearAnother,
	/** The difference of two numbers leaves hardly a choice. */
	ratiosTellTooMuch,
	sumsTellTooMuch: (claim, ledger, limit) =>
		earlierOf(claim, ledger).some((earlier) =>
			sumsTellTooMuch(earlier, claim, limit),
		),
	/** More than two numbers together come down to a few people. */
	pinsDown: (claim, ledger, limit) =>
		pinsDown(framesBeside(claim, ledger), limit),
	/** More than two numbers together leave hardly a choice. */
	leavesNoChoice: hasForcedSentence,
} satisfies Record<string, Rule>;

const earlierOf = ({ figure }: Claim, { claims }: Ledger) =>
	claims.get(figure) ?? [];

function isNearAnother(claim: Claim, { groups }: Ledger, limit: number) {
	const own = groupsOf(claim);
	return own.some((group, at) => {
		if (own.some((other, i) => i < at && isNear(group, other, limit)))
			return true;
		for (let apart = 1 - limit; apart < limit; apart++)
			for (const other of groups.get(group.length + apart) ?? [])
				if (isNear(group, other, limit)) return true;
		return false;
	});
}

/** All rows and totals of a figure, the total of a single row only once. */
const ratiosOf = ({ ratios, totals, blocks }: Claim) =>
	blocks.length === 1 ? ratios : [...ratios, ...totals];

function ratiosTellTooMuch(claim: Claim, ledger: Ledger, limit: number) {
	const others = [...ledger.claims.values()].flat().flatMap(ratiosOf);
	const bySentence = Map.groupBy(others, ({ sentence }) => sentence);
	return ratiosOf(claim).some((later) =>
		(bySentence.get(later.sentence) ?? []).some(
			(earlier) =>
				canBeCompared(earlier, later) && pairTells(earlier, later, limit),
		),
	);
}

/** Rows of different departments have hardly anybody in common. */
const canBeCompared = ({ block: a }: Ratio, { block: b }: Ratio) =>
	!a.names || !b.names || a.names.join("\n") === b.names.join("\n");

function pairTells(earlier: Ratio, later: Ratio, limit: number): boolean {
	const shared = overlap(earlier.block.people, later.block.people);
	const ranges = { earlier: earlier.range, later: later.range };
	return tellsTooMuch({ ...ranges, ...shared }, limit);
}

/** The same question for means: a sum of values from 1 to 5. */
function sumsTellTooMuch(earlier: Claim, later: Claim, limit: number) {
	if (!earlier.sum || !later.sum) return false;
	const { left, both, right } = overlap(earlier.all.people, later.all.people);
	if (left + right === 0) return false;
	const overOne = (range: Range, size: number): Range => ({
		low: range.low - size,
		high: range.high - size,
	});
	const ranges = {
		earlier: overOne(earlier.sum, earlier.all.people.length),
		later: overOne(later.sum, later.all.people.length),
	};
	// A value of 1 to 5 is as good as four answers of yes or no.
	return tellsTooMuch(
		{ ...ranges, left: 4 * left, both: 4 * both, right: 4 * right },
		limit,
	);
}

/**
 * Sets over which something may have been summed: those of this figure at all
 * times, and the latest ones of every other.
 */
function framesBeside(claim: Claim, { claims }: Ledger): Members[] {
	const beside = [...claims].flatMap(([figure, all]) =>
		figure === claim.figure ? all : all.slice(-1),
	);
	const frames = [...beside, claim]
		.flatMap(({ blocks, all }) => [...blocks, all])
		.filter(({ exact }) => exact);
	return distinct(frames.map(({ people }) => people));
}

function distinct(sets: readonly Members[]): Members[] {
	const bySize = new Map<number, Members[]>();
	for (const set of sets) {
		const others = bySize.get(set.length) ?? [];
		if (others.some((other) => overlap(set, other).both === set.length))
			continue;
		push(bySize, set.length, set);
	}
	return [...bySize.values()].flat();
}

function hasForcedSentence(claim: Claim, { claims }: Ledger, limit: number) {
	const all = [...claims.values()].flat();
	const sentences = new Set(claim.ratios.map(({ sentence }) => sentence));
	return [...sentences].some((sentence) => {
		const exact = [...all, claim]
			.flatMap(ratiosOf)
			.filter((ratio) => ratio.sentence === sentence && isExact(ratio))
			.map(({ block, yes }) => ({ people: block.people, yes: yes.length }));
		return leavesNoChoice(exact, limit);
	});
}
