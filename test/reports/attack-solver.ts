/**
 * What follows from sums over people whose values nobody told: an attacker's
 * own arithmetic, which shares nothing with what it is held against.
 */

/** The sum of the values of these people is from `low` to `high`. */
export type Sum = {
	readonly people: ReadonlySet<string>;
	readonly low: number;
	readonly high: number;
	/** What is published is no number: this sum is to stay unknown. */
	readonly isHidden: boolean;
};

/** Everybody's value is a whole number in here. */
export type Values = { readonly least: number; readonly most: number };

/** Something found out: the sum of the values of these people. */
export type Found = {
	readonly people: readonly string[];
	readonly sum: number | null;
	readonly why: "hidden cell" | "few people" | "all alike" | "nearly all alike";
};

/** People to be seen at the least. */
const crowd = 5;
const modulus = 33_554_393;

type Line = { factors: number[]; right: number };
type Bounds = { low: number; high: number };
type Unknown = Bounds & { people: string[]; isHidden: boolean };

export function solveSums(sums: readonly Sum[], values: Values): Found[] {
	const atoms = findAtoms(sums, values);
	const open = sums.filter(({ low, high }) => low < high);
	const unknowns: Unknown[] = [
		...atoms,
		...open.map(({ people, low, high, isHidden }) => ({
			...{ low, high, isHidden, people: [...people] },
		})),
	];
	const known = sums.map((sum): Line => {
		const factors = unknowns.map(({ people }, at): number =>
			at < atoms.length && sum.people.has(people[0] ?? "") ? 1 : 0,
		);
		const slack = open.indexOf(sum);
		if (slack >= 0) factors[atoms.length + slack] = -1;
		return { factors, right: slack >= 0 ? 0 : sum.low };
	});
	const reduced = eliminate(known);
	const differences = known.flatMap((a, at) =>
		known.slice(0, at).map((b) => combine(a, b, -1)),
	);
	tighten(unknowns, [...known, ...reduced, ...differences]);
	return [
		...unknowns.flatMap((unknown, at) =>
			judge(unknown, at < atoms.length, values),
		),
		...fewPeople(reduced, unknowns, atoms.length),
	];
}

/** People whose sum follows from sums over these sets, whatever is summed. */
export function isolate(sets: readonly ReadonlySet<string>[]): Found[] {
	const sums = sets.map((people) => ({ people, low: 0, high: 0 }));
	const atoms = findAtoms(
		sums.map((sum) => ({ ...sum, isHidden: false })),
		{ least: 0, most: 1 },
	);
	const lines = sets.map((set) => ({
		factors: atoms.map(({ people }) => Number(set.has(people[0] ?? ""))),
		right: 0,
	}));
	return fewPeople(eliminate(lines), atoms, atoms.length).map((found) => ({
		...found,
		sum: null,
	}));
}

/** People who are in the same sums. */
function findAtoms(sums: readonly Sum[], { least, most }: Values): Unknown[] {
	const where = new Map<string, string>();
	for (const [at, { people }] of sums.entries())
		for (const person of people)
			where.set(person, `${where.get(person) ?? ""},${at}`);
	const together = Map.groupBy(where.keys(), (person) => where.get(person));
	return [...together.values()].map((people) => ({
		people,
		low: least * people.length,
		high: most * people.length,
		isHidden: false,
	}));
}

function combine(a: Line, b: Line, times: number): Line {
	return {
		factors: a.factors.map(
			(factor, at) => factor + times * (b.factors[at] ?? 0),
		),
		right: a.right + times * b.right,
	};
}

/**
 * The reduced echelon form, modulo a prime, turned back into whole numbers; an
 * equation that has fractions is left out.
 */
function eliminate(lines: readonly Line[]): Line[] {
	const width = lines[0]?.factors.length ?? 0;
	const wrap = (value: number) => ((value % modulus) + modulus) % modulus;
	const rows = lines.map(({ factors, right }) => [...factors, right].map(wrap));
	let top = 0;
	for (let column = 0; column < width && top < rows.length; column++) {
		const from = rows.findIndex((row, at) => at >= top && row[column] !== 0);
		if (from < 0) continue;
		const pivot = rows[from] as number[];
		rows[from] = rows[top] as number[];
		const scale = invert(pivot[column] as number);
		const unit = pivot.map((value) => (value * scale) % modulus);
		rows[top] = unit;
		for (const [at, row] of rows.entries()) {
			const factor = row[column] as number;
			if (at === top || factor === 0) continue;
			rows[at] = row.map((value, i) =>
				wrap(value - ((factor * (unit[i] as number)) % modulus)),
			);
		}
		top++;
	}
	const whole = rows
		.slice(0, top)
		.map((row) =>
			row.map((value) => (value > modulus / 2 ? value - modulus : value)),
		);
	return whole
		.filter((row) => row.slice(0, -1).every((value) => Math.abs(value) < 100))
		.map((row) => ({ factors: row.slice(0, -1), right: row.at(-1) ?? 0 }));
}

/** By the extended Euclidean algorithm. */
function invert(value: number): number {
	let [a, b, x, y] = [value, modulus, 1, 0];
	while (b !== 0) {
		const times = Math.floor(a / b);
		[a, b] = [b, a - times * b];
		[x, y] = [y, x - times * y];
	}
	return ((x % modulus) + modulus) % modulus;
}

/** Each equation bounds each of its unknowns by the bounds of the others. */
function tighten(unknowns: Unknown[], lines: readonly Line[]): void {
	const sparse = lines.map(({ factors, right }) => ({
		right,
		terms: [...factors.entries()].filter(([, factor]) => factor !== 0),
	}));
	for (let moved = true; moved; ) {
		moved = false;
		for (const { right, terms } of sparse) {
			let low = 0;
			let high = 0;
			const ends = terms.map(([at, factor]) => {
				const { low: a, high: b } = unknowns[at] as Unknown;
				const end =
					factor > 0 ? [factor * a, factor * b] : [factor * b, factor * a];
				low += end[0] as number;
				high += end[1] as number;
				return end as [number, number];
			});
			for (const [index, [at, factor]] of terms.entries()) {
				const unknown = unknowns[at] as Unknown;
				const [least, most] = ends[index] as [number, number];
				const from = right - (high - most);
				const to = right - (low - least);
				const [a, b] = factor > 0 ? [from, to] : [to, from];
				const newLow = Math.max(unknown.low, Math.ceil(a / factor));
				const newHigh = Math.min(unknown.high, Math.floor(b / factor));
				if (newLow > newHigh) throw new Error("These numbers contradict");
				if (newLow === unknown.low && newHigh === unknown.high) continue;
				Object.assign(unknown, { low: newLow, high: newHigh });
				moved = true;
				break;
			}
		}
	}
}

function judge(unknown: Unknown, isAtom: boolean, values: Values): Found[] {
	const { people, low, high, isHidden } = unknown;
	if (low < high) return [];
	const fromLeast = low - values.least * people.length;
	const fromMost = values.most * people.length - low;
	const apart = Math.min(fromLeast, fromMost);
	if (!isAtom) {
		// What was hidden for the sake of another cell may become known.
		const isFew = apart < crowd || people.length < 2 * crowd;
		const isFound = isHidden && (isFew || values.most > 1);
		return isFound ? [{ people, sum: low, why: "hidden cell" }] : [];
	}
	if (people.length < crowd) return [{ people, sum: low, why: "few people" }];
	if (apart === 0) return [{ people, sum: low, why: "all alike" }];
	if (apart < crowd) return [{ people, sum: low, why: "nearly all alike" }];
	return [];
}

/** Sums of up to three equations in which fewer people are left than a crowd. */
function fewPeople(
	lines: readonly Line[],
	unknowns: readonly Unknown[],
	atomCount: number,
): Found[] {
	const left = ({ factors }: Line): string[] | null => {
		const people: string[] = [];
		for (const [at, factor] of factors.entries()) {
			if (factor === 0) continue;
			if (at >= atomCount) return null;
			people.push(...(unknowns[at]?.people ?? []));
			if (people.length >= crowd) return null;
		}
		return people.length > 0 ? people : null;
	};
	const some = lines.slice(0, 20);
	const sums = [
		...lines,
		...some.flatMap((a, i) =>
			some.slice(0, i).flatMap((b, j) => {
				const two = combine(a, b, 1);
				return [
					two,
					combine(a, b, -1),
					...some.slice(0, j).map((c) => combine(two, c, 1)),
				];
			}),
		),
	];
	return sums.flatMap((line) => {
		const people = left(line);
		return people
			? [{ people, sum: line.right, why: "few people" as const }]
			: [];
	});
}
