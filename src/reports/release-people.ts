import type { Numbers, Person } from "./candidate.ts";

/** People as ascending numbers: sets that are quickly held against others. */
export type Members = Uint32Array;

/**
 * Numbers people as they come, and keeps each set once: sets with the same
 * people are the same object, whatever they were made of.
 */
export type Register = {
	/** Those who are numbers already are so by the numbers it began with. */
	readonly members: (people: Iterable<Person> | Uint32Array) => Members;
	readonly union: (sets: readonly Members[]) => Members;
};

/** Begins with these numbers, which are 0, 1, 2 and so on. */
export function startRegister(known: Numbers = new Map()): Register {
	const others = new Map<Person, number>();
	const kept = new Map<number, Members[]>();
	const read = new WeakMap<object, Members>();
	const keep = (members: Members): Members => {
		const hash = hashOf(members);
		const others = kept.get(hash) ?? [];
		const same = others.find((other) => isSame(other, members));
		if (!same) kept.set(hash, [...others, members]);
		return same ?? members;
	};
	const numberOf = (person: Person): number => {
		const number = known.get(person) ?? others.get(person);
		if (number !== undefined) return number;
		const next = known.size + others.size;
		others.set(person, next);
		return next;
	};
	return {
		members(people) {
			const known = read.get(people);
			if (known) return known;
			const set = keep(
				ascending(
					people instanceof Uint32Array
						? people
						: inNumbers(Array.from(people), numberOf),
				),
			);
			read.set(people, set);
			return set;
		},
		union: (sets) => (sets.length === 1 ? first(sets) : keep(unionOf(sets))),
	};
}

function inNumbers(
	people: readonly Person[],
	numberOf: (person: Person) => number,
): Members {
	const members = new Uint32Array(people.length);
	for (let at = 0; at < members.length; at++)
		members[at] = numberOf(people[at] as Person);
	return members;
}

/** People often come in the order in which they came first. */
function ascending(members: Uint32Array): Members {
	for (let at = 1; at < members.length; at++)
		if ((members[at] as number) < (members[at - 1] as number))
			return members.toSorted();
	return members;
}

const first = (sets: readonly Members[]): Members => sets[0] as Members;

function hashOf(members: Members): number {
	let hash = members.length;
	for (const member of members) hash = (Math.imul(hash, 31) + member) | 0;
	return hash;
}

function isSame(a: Members, b: Members): boolean {
	if (a.length !== b.length) return false;
	for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
	return true;
}

function unionOf(sets: readonly Members[]): Members {
	const isIn = new Uint8Array(1 + lastOf(sets));
	let count = 0;
	for (const set of sets)
		for (const member of set) {
			if (isIn[member] === 0) count++;
			isIn[member] = 1;
		}
	const all = new Uint32Array(count);
	for (let member = 0, at = 0; at < count; member++)
		if (isIn[member] === 1) all[at++] = member;
	return all;
}

export const lastOf = (sets: readonly Members[]): number =>
	Math.max(0, ...sets.map((set) => set.at(-1) ?? 0));

/** How many are in one set only, in both, and in the other only. */
export type Overlap = {
	readonly left: number;
	readonly both: number;
	readonly right: number;
};

const overlaps = new WeakMap<Members, WeakMap<Members, Overlap>>();

/** Many figures are about the same people: each two sets are counted once. */
export function overlap(a: Members, b: Members): Overlap {
	if (a === b) return { left: 0, both: a.length, right: 0 };
	const known = overlaps.get(a) ?? new WeakMap<Members, Overlap>();
	overlaps.set(a, known);
	const counted = known.get(b) ?? countOverlap(a, b);
	known.set(b, counted);
	return counted;
}

function countOverlap(a: Members, b: Members): Overlap {
	const [few, many] = a.length < b.length ? [a, b] : [b, a];
	const bits = bitsOf(many);
	let both = 0;
	for (const member of few)
		both += ((bits[member >>> 5] ?? 0) >>> (member & 31)) & 1;
	return { left: a.length - both, both, right: b.length - both };
}

const inBits = new WeakMap<Members, Uint32Array>();

/** A bit for each person: whether they are in the set. */
function bitsOf(members: Members): Uint32Array {
	const known = inBits.get(members);
	if (known) return known;
	const bits = new Uint32Array(1 + (lastOf([members]) >>> 5));
	for (const member of members)
		bits[member >>> 5] = (bits[member >>> 5] as number) | (1 << (member & 31));
	inBits.set(members, bits);
	return bits;
}

/** Some people, or all of them but some: a set that is never written out. */
export type Group = { readonly of: Members; readonly less: Members | null };

/** Whoever is subtracted is among them. */
export const sizeOf = ({ of, less }: Group): number =>
	of.length - (less?.length ?? 0);

/** Whether two groups differ, but by fewer than `limit` people. */
export function isNear(a: Group, b: Group, limit: number): boolean {
	if (a.of === b.of && a.less === b.less) return false;
	if (Math.abs(sizeOf(a) - sizeOf(b)) >= limit) return false;
	const nextOfA = walk(a);
	const nextOfB = walk(b);
	let apart = 0;
	let left = nextOfA();
	let right = nextOfB();
	while (apart < limit && (left < nobody || right < nobody)) {
		const [one, other] = [left, right];
		if (one !== other) apart++;
		if (one <= other) left = nextOfA();
		if (other <= one) right = nextOfB();
	}
	return apart > 0 && apart < limit;
}

const nobody = Number.POSITIVE_INFINITY;

/** The members of a group in order, then nobody. */
function walk({ of, less }: Group): () => number {
	let at = 0;
	let skip = 0;
	return () => {
		while (at < of.length) {
			const member = of[at++] as number;
			while (less && (less[skip] ?? nobody) < member) skip++;
			if (less?.[skip] !== member) return member;
		}
		return nobody;
	};
}
