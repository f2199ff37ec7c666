import type {
	Earlier,
	Numbers,
	Person,
	Released,
	StoredSet,
} from "./candidate.ts";
import { startPlaces } from "./places.ts";
import { numberOfToken } from "./token.ts";

/** Someone who ever stood behind a figure of the program, as it is stored. */
export type Numbered = { personId: string; number: number };

/** A set as it is stored: people by number. */
export type NumberedSet = Omit<StoredSet, "people"> & { people: number[] };
export type NumberedRelease = Omit<Released, "sets"> & {
	sets: (Omit<StoredSet, "people"> & { people: ArrayLike<number> })[];
};

/** What was published, with everyone in it by a number that counts from 0. */
export function counted(
	past: readonly NumberedRelease[],
	numbered: readonly Numbered[],
): { past: Earlier[]; numbers: Numbers } {
	const numbers = new Map<Person, number>();
	const places = startPlaces();
	for (const { personId, number } of numbered)
		numbers.set(personId, places.of(number));
	const counted = past.map(({ sets, ...rest }) => ({
		...rest,
		sets: sets.map(({ people, ...part }) => ({
			...part,
			people: places.ofAll(people),
		})),
	}));
	// Whoever was erased is still somebody who was there, and a token is nobody.
	for (const number of places.taken.slice(numbers.size))
		numbers.set(`${number}`, numbers.size);
	return { past: counted, numbers };
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
