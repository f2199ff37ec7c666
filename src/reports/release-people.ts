import type { Person } from "./candidate.ts";

/** People as ascending numbers: sets that are quickly held against others. */
export type Members = Uint32Array;

/** Numbers people as they come; the same person has the same number. */
export type Numbering = (people: Iterable<Person>) => Members;

export function startNumbering(): Numbering {
	const numbers = new Map<Person, number>();
	return (people) => {
		const members = Array.from(people, (person) => {
			const known = numbers.get(person) ?? numbers.size;
			numbers.set(person, known);
			return known;
		});
		return Uint32Array.from(members).sort();
	};
}

/** How many are in `a` only, in both, and in `b` only. */
export function overlap(a: Members, b: Members) {
	let both = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length; ) {
		const left = a[i] as number;
		const right = b[j] as number;
		if (left === right) both++;
		if (left <= right) i++;
		if (right <= left) j++;
	}
	return { left: a.length - both, both, right: b.length - both };
}

/** Whether `a` and `b` differ, but by fewer than `limit` people. */
export function isNear(a: Members, b: Members, limit: number): boolean {
	if (Math.abs(a.length - b.length) >= limit) return false;
	let apart = 0;
	let i = 0;
	let j = 0;
	while (apart < limit && (i < a.length || j < b.length)) {
		const left = a[i] ?? Number.POSITIVE_INFINITY;
		const right = b[j] ?? Number.POSITIVE_INFINITY;
		if (left !== right) apart++;
		if (left <= right) i++;
		if (right <= left) j++;
	}
	return apart > 0 && apart < limit;
}

/** Those of `a` who are not in `b`. */
export function without(a: Members, b: Members): Members {
	let j = 0;
	return a.filter((person) => {
		while (j < b.length && (b[j] as number) < person) j++;
		return b[j] !== person;
	});
}

/** All of them together. */
export function union(sets: readonly Members[]): Members {
	if (sets.length === 1) return sets[0] as Members;
	const all = new Set<number>();
	for (const set of sets) for (const member of set) all.add(member);
	return Uint32Array.from(all).sort();
}
