import type { Released, StoredSet } from "./candidate.ts";
import { numberOfToken } from "./token.ts";

/** Someone who ever stood behind a figure of the program, as it is stored. */
export type Numbered = { personId: string; number: number };

/** A set as it is stored: people by number. */
export type NumberedSet = Omit<StoredSet, "people"> & { people: number[] };
export type NumberedRelease = Omit<Released, "sets"> & { sets: NumberedSet[] };

/** What was published, with people by id. */
export function named(
	past: readonly NumberedRelease[],
	numbered: readonly Numbered[],
): Released[] {
	const nameOf = new Map(numbered.map((it) => [it.number, it.personId]));
	return past.map(({ sets, ...rest }) => ({
		...rest,
		sets: sets.map(({ people, ...part }) => ({
			...part,
			// Whoever was erased is still somebody who was there.
			people: people.map((number) => nameOf.get(number) ?? `${number}`),
		})),
	}));
}

/** Who stands behind these and has no number yet. */
export function withoutNumber(
	sets: readonly StoredSet[],
	numbered: readonly Numbered[],
): string[] {
	const have = new Set(numbered.map(({ personId }) => personId));
	const others = new Set<string>();
	for (const { people } of sets)
		for (const id of people)
			if (!have.has(id) && numberOfToken(id) === null) others.add(id);
	// In one order, so that two who number them wait, but not in a circle.
	return [...others].sort();
}

/** As they are stored; null: somebody among them has no number. */
export function inNumbers(
	sets: readonly StoredSet[],
	numbered: readonly Numbered[],
): NumberedSet[] | null {
	const numberOf = new Map(numbered.map((it) => [it.personId, it.number]));
	const stored: NumberedSet[] = [];
	for (const { people: ids, ...part } of sets) {
		const people: number[] = [];
		for (const id of ids) {
			const number = numberOf.get(id) ?? numberOfToken(id);
			if (number === null) return null;
			people.push(number);
		}
		stored.push({ ...part, people });
	}
	return stored;
}
