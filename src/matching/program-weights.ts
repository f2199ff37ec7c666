import type { ProgramSettings, WeightedTerm } from "../programs/settings.ts";
import { kinds } from "./engine/profile.ts";
import {
	defaultWeights,
	fullScore,
	type TermName,
	type TermWeights,
	termNames,
	type Weights,
} from "./engine/weights.ts";

type Factors = ProgramSettings["weights"];

const factors = { none: 0, less: 0.5, usual: 1, more: 2 } as const;

/**
 * The engine's weights as a program's managers changed them. What a term
 * gives is taken away, halved or doubled, and the points of each kind are then
 * shared out anew: whole numbers that add up to 1000, so that scores stay on
 * one scale. A kind in which nothing would count keeps its usual weights.
 */
export function programWeights(changed: Factors): Weights {
	return Object.fromEntries(
		kinds.map((kind) => [kind, reweighed(defaultWeights[kind], changed)]),
	) as Weights;
}

function reweighed(usual: TermWeights, changed: Factors): TermWeights {
	const points = termNames.map(
		(term) => usual[term] * factors[factorOf(term, changed)],
	);
	const sum = points.reduce((total, point) => total + point, 0);
	if (sum === 0) return usual;
	const shares = points.map((point) => (point * fullScore) / sum);
	const whole = shares.map(Math.floor);
	// What rounding left over goes to the largest remainders, the first first.
	const left = fullScore - whole.reduce((total, point) => total + point, 0);
	const next = new Set(
		termNames
			.map((_, index) => index)
			.sort((a, b) => remainder(shares, b) - remainder(shares, a) || a - b)
			.slice(0, left),
	);
	return Object.fromEntries(
		termNames.map((term, index) => [
			term,
			(whole[index] ?? 0) + (next.has(index) ? 1 : 0),
		]),
	) as TermWeights;
}

/** Every term of the score is one that a program can change, and no other. */
function factorOf(term: TermName & WeightedTerm, changed: Factors) {
	return changed[term] ?? "usual";
}

function remainder(shares: number[], index: number): number {
	const share = shares[index] ?? 0;
	return share - Math.floor(share);
}
