import type { Choice } from "../slack/inputs.ts";

/** Whole numbers, both ends included. */
export const range = (least: number, most: number) =>
	Array.from({ length: most - least + 1 }, (_, index) => least + index);

/** Numbers as choices, each with its words. */
export function numbers(
	values: number[],
	label: (count: number) => string,
): Choice[] {
	return values.map((value) => ({ value: String(value), label: label(value) }));
}

/** Words of ours as choices, each with the reader's words. */
export function labelled<T extends string>(
	values: readonly T[],
	label: (value: T) => string,
): Choice[] {
	return values.map((value) => ({ value, label: label(value) }));
}
