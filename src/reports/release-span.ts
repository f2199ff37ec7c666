import {
	type Atoms,
	atomsOf,
	cancelling,
	type Equation,
	prime,
	solve,
} from "./release-atoms.ts";
import type { Members } from "./release-people.ts";

/** Sums of rows to try at the most: four of 15, three of 35. */
const mostSums = 900_000;

/**
 * Whether sums over these sets, added and subtracted, give a sum over fewer
 * people than the limit, some of them taken twice or subtracted included.
 *
 * Such people make up small atoms only. The equations whose pivot is a small
 * atom are those without a large one, and as each has its pivot for itself, the
 * wanted sum is made of as many of them as it has pivots: fewer than the limit.
 */
export function pinsDown(sets: readonly Members[], limit: number): boolean {
	const atoms = atomsOf(sets, limit);
	const large = atoms.sizes.findIndex((size) => size < limit);
	if (large < 0) return false;
	const small = atoms.sizes.slice(large);
	const lines = cancelling(atoms, large).map((sum) =>
		lineOf(atoms, sum).subarray(large),
	);
	return hasFew(inDenseOrder(solve(lines, small.length), small), limit);
}

/** A sum of rows, by atom. */
function lineOf({ sizes, rows }: Atoms, sum: Float64Array): Float64Array {
	const line = new Float64Array(sizes.length);
	for (const [row, columns] of rows.entries()) {
		const factor = sum[row] as number;
		if (factor === 0) continue;
		for (const column of columns)
			line[column] = ((line[column] as number) + factor) % prime;
	}
	return line;
}

/** Equations over small atoms: where many of them differ from 0 comes first. */
function inDenseOrder(
	equations: readonly Equation[],
	sizes: readonly number[],
): Atoms {
	const columns = sizes
		.map((_, at) => ({
			at,
			used: equations.filter(({ line }) => line[at] !== 0).length,
		}))
		.sort((a, b) => b.used - a.used);
	return {
		sizes: columns.map(({ at }) => sizes[at] ?? 0),
		rows: equations.map(({ line }) => columns.map(({ at }) => line[at] ?? 0)),
	};
}

/**
 * Of the first row, and of the others: a sum of five sets can need one of them
 * three times.
 */
const firstFactors = [1, 2, 3];
const factors = [1, -1, 2, -2, 3, -3];

/** How many of the rows can be summed without trying too many sums. */
function termsOf(rows: number, wanted: number): number {
	let sums = 1;
	for (let terms = 1; terms <= wanted; terms++) {
		sums *= (factors.length * (rows + 1 - terms)) / terms;
		if (sums / 2 > mostSums) return Math.max(2, terms - 1);
	}
	return wanted;
}

/** Whether some of the rows, with factors, sum to fewer people than the limit. */
function hasFew({ sizes, rows }: Atoms, limit: number): boolean {
	const most = termsOf(rows.length, limit - 1);
	const sums = Array.from({ length: most + 1 }, () =>
		new Array<number>(sizes.length).fill(0),
	);
	const isFew = (sum: number[], row: number[], factor: number) => {
		let people = 0;
		for (let at = 0; at < sizes.length && people < limit; at++)
			if (((sum[at] as number) + factor * (row[at] as number)) % prime !== 0)
				people += sizes[at] as number;
		return people < limit;
	};
	const search = (from: number, depth: number): boolean => {
		const sum = sums[depth] as number[];
		const next = sums[depth + 1] as number[];
		for (let at = from; at < rows.length; at++) {
			const row = rows[at] as number[];
			for (const factor of depth === 0 ? firstFactors : factors) {
				if (isFew(sum, row, factor)) return true;
				if (depth + 1 === most) continue;
				for (let i = 0; i < sizes.length; i++)
					next[i] = (sum[i] as number) + factor * (row[i] as number);
				if (search(at + 1, depth + 1)) return true;
			}
		}
		return false;
	};
	return search(0, 0);
}

/** A set of people, and how many of them say yes. */
export type Counted = { readonly people: Members; readonly yes: number };

/** Beyond this, a remainder is taken for a fraction and tells nothing. */
const largest = 64;

/**
 * Whether these numbers, added and subtracted, show that almost all people of
 * some group say yes or almost all say no: an equation over what people say is
 * as good as solved when its right side is at, or next to, the end of what is
 * possible.
 */
export function leavesNoChoice(
	counted: readonly Counted[],
	limit: number,
): boolean {
	const atoms = atomsOf(
		counted.map(({ people }) => people),
		limit,
	);
	return boundsOf(atoms).some(({ rows, low, high }) => {
		let sum = 0;
		for (const [row, { yes }] of counted.entries())
			sum = (sum + (rows[row] as number) * yes) % prime;
		const yes = whole(sum);
		if (yes < low || yes > high) return false;
		return yes - low < limit - 1 || high - yes < limit - 1;
	});
}

const whole = (value: number) => (value > prime / 2 ? value - prime : value);

/** A sum of rows, and what is possible of those who say yes in it. */
type Bounds = {
	readonly rows: Float64Array;
	readonly low: number;
	readonly high: number;
};
const known = new WeakMap<Atoms, Bounds[]>();

/** The same for every sentence about the same people. */
function boundsOf(atoms: Atoms): Bounds[] {
	const found = known.get(atoms) ?? findBounds(atoms);
	known.set(atoms, found);
	return found;
}

function findBounds({ sizes, rows }: Atoms): Bounds[] {
	const columns = sizes.length;
	const lines = rows.map((has, row) => {
		const line = new Float64Array(columns + rows.length);
		for (const column of has) line[column] = 1;
		line[columns + row] = 1;
		return line;
	});
	return solve(lines, columns).flatMap(({ line }) => {
		let [low, high] = [0, 0];
		for (let at = 0; at < columns; at++) {
			const factor = whole(line[at] as number);
			if (Math.abs(factor) > largest) return [];
			const most = factor * (sizes[at] as number);
			if (most < 0) low += most;
			else high += most;
		}
		return [{ rows: line.slice(columns), low, high }];
	});
}
