import type { EarlierSet, StoredSet } from "./candidate.ts";
import type { Members, Register } from "./release-people.ts";

/** Who stands behind the parts of a figure. */
export type MembersOf = ReadonlyMap<string, Members>;

const sameAs = " = ";
const keyOf = (figure: string, part: string) => `${figure} ${part}`;

/**
 * Writes down who stands behind figures. Many are about the same people: a set
 * that is there already is not stored again, and its part says where it is.
 */
export function startStoring() {
	const where = new Map<Members, string>();
	const sets: StoredSet[] = [];
	return {
		sets,
		store(
			figure: string,
			members: MembersOf,
			people: ReadonlyMap<string, Iterable<string>>,
		) {
			for (const [part, set] of members) {
				const place = where.get(set);
				if (place) {
					const named = `${part}${sameAs}${place}`;
					sets.push({ figure, part: named, people: [] });
					continue;
				}
				where.set(set, keyOf(figure, part));
				sets.push({ figure, part, people: [...(people.get(part) ?? [])] });
			}
		},
	};
}

/** Reads them again: the parts of each figure. */
export function readStored(
	sets: readonly EarlierSet[],
	register: Register,
): Map<string, Map<string, Members>> {
	const places = new Map<string, Members>();
	const figures = new Map<string, Map<string, Members>>();
	for (const { figure, part: named, people } of sets)
		if (!named.includes(sameAs))
			places.set(keyOf(figure, named), register.members(people));
	for (const { figure, part: named } of sets) {
		const [part = "", place = keyOf(figure, part)] = named.split(sameAs);
		const members = places.get(place);
		if (!members)
			throw new Error(`Past releases do not fit: ${place} is not stored.`);
		const parts = figures.get(figure) ?? new Map<string, Members>();
		figures.set(figure, parts.set(part, members));
	}
	return figures;
}
