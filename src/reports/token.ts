/**
 * Something that was counted and is nobody's, as an id among those of people:
 * a whole number below 0, the same one in every release.
 */
export const tokenOf = (number: number): string => `${-number}`;

/** Its number, as it is stored beside those of people; null: a person's id. */
export const numberOfToken = (id: string): number | null =>
	id.startsWith("-") ? Number(id) : null;
