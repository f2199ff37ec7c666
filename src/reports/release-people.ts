import type { Person } from "./candidate.ts";

/** People as ascending numbers: sets that are quickly held against others. */
export type Members = Uint32Array;

/**
 * Numbers people as they come, and keeps each set once: sets with the same
 * people are the same object, whatever they were made of.
 */
export type Register = {
	readonly members: (people: Iterable<Person>) => Members;
	readonly union: (sets: readonly Members[]) => Members;
};

export function startRegister(): Register {
	const numbers = new Map<Person, number>();
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
		const number = numbers.get(person);
		if (number !== undefined) return number;
		numbers.set(person, numbers.size);
		return numbers.size - 1;
	};
	return {
		members(people) {
			const known = read.get(people);
			if (known) return known;
			const set = keep(ascending(Array.from(people), numberOf));
			read.set(people, set);
			return set;
		},
		union: (sets) => (sets.length === 1 ? first(sets) : keep(unionOf(sets))),
	};
}

function ascending(
	people: readonly Person[],
	numberOf: (person: Person) => number,
): Members {
	const members = new Uint32Array(people.length);
	let isAscending = true;
	let before = -1;
	for (let at = 0; at < members.length; at++) {
		const number = numberOf(people[at] as Person);
		members[at] = number;
		isAscending &&= number > before;
		before = number;
	}
	// People often come in the order in which they came first.
	return isAscending ? members : members.sort();
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
	const all = new Uint32Array(sets.reduce((sum, set) => sum + set.length, 0));
	let end = 0;
	for (const set of sets) {
		all.set(set, end);
		end += set.length;
	}
	all.sort();
	return all.filter((member, at) => at === 0 || member !== all[at - 1]);
}

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

/** So many times larger, it is quicker to look each one up. */
const muchLarger = 20;

function countOverlap(a: Members, b: Members): Overlap {
	let both = 0;
	const [few, many] = a.length < b.length ? [a, b] : [b, a];
	if (few.length * muchLarger < many.length) {
		for (const member of few) both += Number(has(many, member));
		return { left: a.length - both, both, right: b.length - both };
	}
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const left = a[i] as number;
		const right = b[j] as number;
		if (left === right) both++;
		if (left <= right) i++;
		if (right <= left) j++;
	}
	return { left: a.length - both, both, right: b.length - both };
}

function has(members: Members, wanted: number): boolean {
	let low = 0;
	let high = members.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((members[middle] as number) < wanted) low = middle + 1;
		else high = middle;
	}
	return members[low] === wanted;
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
