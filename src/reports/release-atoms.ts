import type { Members } from "./release-people.ts";

/** A prime below 2^26: products of remainders are exact. */
export const prime = 67_108_859;
/** People who are in the same sets throughout: nobody can tell them apart. */
export type Atoms = { readonly sizes: number[]; readonly rows: number[][] };

type Known = { sets: readonly Members[]; limit: number; atoms: Atoms };
const known = new WeakMap<Members, Known[]>();

/**
 * The atoms of some sets, and which of them each set has; larger ones first.
 * Many figures are about the same people: they are sought once.
 */
export function atomsOf(sets: readonly Members[], limit: number): Atoms {
	const [first] = sets;
	const before = (first && known.get(first)) ?? [];
	const same = before.find(
		(one) =>
			one.limit === limit &&
			one.sets.length === sets.length &&
			one.sets.every((set, at) => set === sets[at]),
	);
	if (same) return same.atoms;
	const atoms = findAtoms(sets, limit);
	if (first) known.set(first, [...before, { sets, limit, atoms }]);
	return atoms;
}

function findAtoms(sets: readonly Members[], limit: number): Atoms {
	const last = Math.max(0, ...sets.map((set) => set.at(-1) ?? 0));
	const atom = new Int32Array(last + 1);
	let count = 1;
	for (const set of sets) {
		const split = new Map<number, number>();
		for (const person of set) {
			const old = atom[person] ?? 0;
			const fresh = split.get(old) ?? count++;
			split.set(old, fresh);
			atom[person] = fresh;
		}
	}
	const size = new Map<number, number>();
	// Atom 0 are those who are in no set.
	for (const at of atom) if (at > 0) size.set(at, (size.get(at) ?? 0) + 1);
	const isSmall = (at: number) => Number((size.get(at) ?? 0) < limit);
	const order = [...size.keys()].sort((a, b) => isSmall(a) - isSmall(b));
	const column = new Int32Array(count);
	for (const [index, at] of order.entries()) column[at] = index;
	return {
		sizes: order.map((at) => size.get(at) ?? 0),
		rows: sets.map((set) => {
			const has = new Set<number>();
			for (const person of set) has.add(column[atom[person] ?? 0] ?? 0);
			return [...has];
		}),
	};
}

/** An equation over the atoms, with 1 in its pivot and 0 in all other pivots. */
export type Equation = { readonly pivot: number; readonly line: Float64Array };

/** Gauss and Jordan, modulo the prime; a last column holds the right side. */
export function solve(
	{ sizes, rows }: Atoms,
	right: readonly number[],
): Equation[] {
	let solved: Equation[] = [];
	for (const [at, row] of rows.entries()) {
		const line = new Float64Array(sizes.length + 1);
		for (const column of row) line[column] = 1;
		line[sizes.length] = right[at] ?? 0;
		for (const other of solved) subtract(line, other);
		const pivot = line.subarray(0, -1).findIndex((value) => value !== 0);
		if (pivot < 0) continue;
		const scale = inverse(line[pivot] ?? 1);
		for (const [column, value] of line.entries())
			if (value !== 0) line[column] = (value * scale) % prime;
		const found = { pivot, line };
		for (const other of solved) subtract(other.line, found);
		solved = [...solved, found];
	}
	return solved;
}

function subtract(line: Float64Array, { pivot, line: other }: Equation): void {
	const factor = line[pivot] ?? 0;
	if (factor === 0) return;
	for (let at = 0; at < line.length; at++) {
		const value = other[at] ?? 0;
		if (value === 0) continue;
		line[at] = ((line[at] ?? 0) + (prime - factor) * value) % prime;
	}
}

function inverse(value: number): number {
	let result = 1;
	let base = value;
	for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
		if (power % 2 === 1) result = (result * base) % prime;
		base = (base * base) % prime;
	}
	return result;
}
