import { sentenceOf } from "./candidate.ts";
import { type Claim, groupsOf, isExact, type Ratio } from "./release-claim.ts";
import { differsTooLittle } from "./release-flow.ts";
import {
	type Group,
	isNear,
	type Members,
	overlap,
	sizeOf,
} from "./release-people.ts";
import { type Range, tellsTooMuch } from "./release-range.ts";
import { leavesNoChoice, pinsDown } from "./release-span.ts";

/** All that was ever published of a program. */
export type Ledger = {
	readonly claims: Map<string, Claim[]>;
	/** Every group whose size is known, by size. */
	readonly groups: Map<number, KnownGroup[]>;
	/** Sets that were looked at together and come down to nobody. */
	readonly apart: { readonly sets: Set<Members>; readonly limit: number }[];
};
type KnownGroup = { readonly group: Group; readonly limit: number };

export const emptyLedger = (): Ledger => ({
	claims: new Map(),
	groups: new Map(),
	apart: [],
});

export function record({ claims, groups }: Ledger, claim: Claim): void {
	const { figure, limit } = claim;
	push(claims, figure, claim);
	for (const group of groupsOf(claim)) {
		const size = sizeOf(group);
		const isKnown = (groups.get(size) ?? []).some(
			(other) =>
				other.limit >= limit &&
				other.group.of === group.of &&
				other.group.less === group.less,
		);
		if (!isKnown) push(groups, size, { group, limit });
	}
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
	const list = lists.get(key);
	if (list) list.push(value);
	else lists.set(key, [value]);
}

/** Whether a claim would say too much beside all others. */
export type Rule = (claim: Claim, ledger: Ledger) => boolean;

/** Each finds what the others do not: test/reports shows it, one by one. */
export const rules = {
	/** It differs from one that says the same by fewer people than the limit. */
	differsTooLittle: (claim, ledger) =>
		alikeTo(claim, ledger).some((earlier) =>
			differsTooLittle(earlier, claim, strictest(earlier, claim)),
		),
	/** So does a group of it and one of another figure. */
	isNearAnother,
	/** The difference of two numbers leaves hardly a choice. */
	ratiosTellTooMuch,
	sumsTellTooMuch: (claim, ledger) =>
		alikeTo(claim, ledger).some((earlier) =>
			sumsTellTooMuch(earlier, claim, strictest(earlier, claim)),
		),
	/** More than two numbers together come down to a few people. */
	pinsDown: isPinnedDown,
	/** More than two numbers together leave hardly a choice. */
	leavesNoChoice: hasForcedSentence,
} satisfies Record<string, Rule>;

/** Those that say the same: its own of earlier, and of a cohort's people. */
const alikeTo = ({ figure }: Claim, { claims }: Ledger) =>
	[...claims].flatMap(([other, all]) =>
		sentenceOf(other) === sentenceOf(figure) ? all : [],
	);

/** Of two figures, the limit that protects the people of both. */
const strictest = (a: { limit: number }, b: { limit: number }): number =>
	Math.max(a.limit, b.limit);

function isNearAnother(claim: Claim, { claims, groups }: Ledger) {
	const own = groupsOf(claim);
	const all = [...claims.values()].flat();
	const most = Math.max(claim.limit, ...all.map(({ limit }) => limit));
	return own.some((group, at) => {
		if (own.some((other, i) => i < at && isNear(group, other, claim.limit)))
			return true;
		for (let apart = 1 - most; apart < most; apart++)
			for (const other of groups.get(sizeOf(group) + apart) ?? [])
				if (isNear(group, other.group, strictest(other, claim))) return true;
		return false;
	});
}

/** All rows and totals of a figure, the total of a single row only once. */
const ratiosOf = ({ ratios, totals, blocks }: Claim) =>
	blocks.length === 1 ? ratios : [...ratios, ...totals];

function ratiosTellTooMuch(claim: Claim, { claims }: Ledger) {
	const own = Map.groupBy(ratiosOf(claim), ({ sentence }) => sentence);
	return [...claims.values()].flat().some((other) => {
		const limit = strictest(other, claim);
		return ratiosOf(other).some((earlier) =>
			(own.get(earlier.sentence) ?? []).some(
				(later) =>
					canBeCompared(earlier, later) && pairTells(earlier, later, limit),
			),
		);
	});
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
 * Sets over which something may have been summed: at all times those of this
 * figure and of others about the same sentence, and the latest of all the rest.
 */
function framesBeside(claim: Claim, { claims }: Ledger): Set<Members> {
	const said = new Set(claim.ratios.map(({ sentence }) => sentence));
	const isAlike = ({ figure, ratios }: Claim): boolean =>
		sentenceOf(figure) === sentenceOf(claim.figure) ||
		ratios.some(({ sentence }) => said.has(sentence));
	const beside = [...claims.values()].flatMap((all) =>
		all.some(isAlike) ? all : all.slice(-1),
	);
	const frames = [...beside, claim]
		.flatMap(({ blocks, all }) => [...blocks, all])
		.filter(({ exact }) => exact);
	return reachedFrom(
		claim.all.people,
		frames.map(({ people }) => people),
	);
}

/**
 * Sets with somebody of these people, or with somebody of such a set.
 *
 * No others are needed. A sum of sets is a sum of these and a sum of others, and
 * as nobody is in both, whoever is left in either is left in the whole. If those
 * are few, so are they in the sum of these, which is looked at; or it leaves
 * nobody, and the sum of others was there before, whether the figure is
 * published or not.
 */
function reachedFrom(people: Members, sets: readonly Members[]): Set<Members> {
	const reached = new Set<Members>();
	const rest = new Set(sets);
	for (let edge = [people]; edge.length > 0; ) {
		edge = [...rest].filter((set) =>
			edge.some((one) => overlap(one, set).both > 0),
		);
		for (const set of edge) {
			rest.delete(set);
			reached.add(set);
		}
	}
	return reached;
}

/** Many figures are about the same people, and need to be looked at once. */
function isPinnedDown(claim: Claim, ledger: Ledger): boolean {
	const { limit } = claim;
	const sets = framesBeside(claim, ledger);
	const isKnown = ledger.apart.some(
		(known) =>
			known.limit >= limit && [...sets].every((set) => known.sets.has(set)),
	);
	if (isKnown) return false;
	const isPinned = pinsDown([...sets], limit);
	if (!isPinned) ledger.apart.push({ sets, limit });
	return isPinned;
}

function hasForcedSentence(claim: Claim, { claims }: Ledger): boolean {
	const own = new Set(ratiosOf(claim).map(({ sentence }) => sentence));
	const all = [...claims.values()].flat();
	return [...own].some((sentence) => {
		const exact = [...all, claim]
			.flatMap(ratiosOf)
			.filter((ratio) => ratio.sentence === sentence && isExact(ratio))
			.map(({ block, yes }) => ({ people: block.people, yes: yes.length }));
		return leavesNoChoice(exact, claim.limit);
	});
}
