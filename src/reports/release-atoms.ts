import { lastOf, type Members } from "./release-people.ts";

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
	const atom = new Int32Array(1 + lastOf(sets));
	// Of each atom, the set that split it last, and its part within that set.
	const splitBy = [-1];
	const within = [0];
	for (const [at, set] of sets.entries())
		for (const person of set) {
			const old = atom[person] as number;
			if (splitBy[old] !== at) {
				splitBy[old] = at;
				within[old] = splitBy.push(-1) - 1;
				within.push(0);
			}
			atom[person] = within[old] as number;
		}
	const size = new Int32Array(splitBy.length);
	const all: number[] = [];
	for (const at of atom) {
		// Atom 0 are those who are in no set.
		if (at > 0 && size[at] === 0) all.push(at);
		size[at] = (size[at] as number) + 1;
	}
	const isSmall = (at: number) => Number((size[at] as number) < limit);
	const order = all.sort((a, b) => isSmall(a) - isSmall(b));
	const column = new Int32Array(size.length);
	for (const [index, at] of order.entries()) column[at] = index;
	return {
		sizes: order.map((at) => size[at] as number),
		rows: sets.map((set) => columnsOf(set, atom, column)),
	};
}

function columnsOf(set: Members, atom: Int32Array, column: Int32Array) {
	const isThere = new Uint8Array(column.length);
	const columns: number[] = [];
	for (const person of set) {
		const at = atom[person] as number;
		if (isThere[at]) continue;
		isThere[at] = 1;
		columns.push(column[at] as number);
	}
	return columns;
}

/** A sum of rows, with 1 in its pivot and 0 in all other pivots. */
export type Equation = { readonly pivot: number; readonly line: Float64Array };

/**
 * Gauss and Jordan, modulo the prime, over the first columns of some lines, which
 * are written over. What is behind these columns is summed with them.
 */
export function solve(
	lines: readonly Float64Array[],
	columns: number,
): Equation[] {
	const solved: Equation[] = [];
	for (const line of lines) {
		for (const other of solved) subtract(line, line[other.pivot] ?? 0, other);
		let pivot = 0;
		while (pivot < columns && line[pivot] === 0) pivot++;
		if (pivot === columns) continue;
		const scale = inverse(line[pivot] ?? 1);
		for (let at = 0; at < line.length; at++)
			line[at] = ((line[at] as number) * scale) % prime;
		const found = { pivot, line };
		for (const { line: other } of solved)
			subtract(other, other[pivot] ?? 0, found);
		solved.push(found);
	}
	return solved;
}

/**
 * Sums of rows in which the first columns cancel out: all others are made of
 * these. Each is how often it has which row.
 */
export function cancelling({ rows }: Atoms, columns: number): Float64Array[] {
	const rowsWith = Array.from({ length: columns }, (): number[] => []);
	for (const [row, has] of rows.entries())
		for (const column of has) rowsWith[column]?.push(row);
	let sums = rows.map((_, row) =>
		new Float64Array(rows.length).fill(1, row, row + 1),
	);
	for (const some of rowsWith) {
		const values = sums.map((sum) => valueAt(sum, some));
		const pivot = values.findIndex((value) => value !== 0);
		const line = sums[pivot];
		if (!line) continue;
		const scale = inverse(values[pivot] ?? 1);
		for (const [at, sum] of sums.entries())
			if (at !== pivot)
				subtract(sum, ((values[at] ?? 0) * scale) % prime, { line });
		sums = sums.filter((_, at) => at !== pivot);
	}
	return sums;
}

/** What a sum of rows comes to in a column that these have. */
function valueAt(sum: Float64Array, rows: readonly number[]): number {
	let value = 0;
	for (const row of rows) value += sum[row] ?? 0;
	return value % prime;
}

function subtract(
	line: Float64Array,
	factor: number,
	{ line: other }: { readonly line: Float64Array },
): void {
	if (factor === 0) return;
	for (let at = 0; at < line.length; at++) {
		const value = other[at] as number;
		if (value === 0) continue;
		line[at] = ((line[at] as number) + (prime - factor) * value) % prime;
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
