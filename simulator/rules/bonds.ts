import { isDeepStrictEqual } from "node:util";
import { isFields } from "./breaches.ts";
import { sentences as say } from "./sentences.ts";
import type { Bond, Fields } from "./vocabulary.ts";

/** Bonds that several elements share. */

export const exactlyOne = (one: string, other: string): Bond => ({
	rule: `exactly one of ${one} and ${other}`,
	holds: (fields) =>
		(fields[one] === undefined) !== (fields[other] === undefined),
	at: "",
	says: say.exactlyOne(one, other),
});

const itemsOf = (value: unknown): unknown[] =>
	Array.isArray(value) ? value : [];

/** The options of an element, groups opened. */
const optionsOf = (fields: Fields): Fields[] =>
	[
		...itemsOf(fields.options),
		...itemsOf(fields.option_groups).flatMap((group) =>
			isFields(group) ? itemsOf(group.options) : [],
		),
	].filter(isFields);

/** `initial_option` or `initial_options` must be among the options. */
export const initialAmongOptions = (initial: string): Bond => ({
	rule: `${initial} among the options`,
	holds: (fields) =>
		[fields[initial]]
			.flat()
			.every(
				(chosen) =>
					chosen === undefined ||
					optionsOf(fields).some((option) => isDeepStrictEqual(option, chosen)),
			),
	at: initial,
	says: say.notAmong("options"),
});

/** The reference calls an option's value unique; two alike are one answer. */
export const uniqueValues: Bond = {
	rule: "values of options are unique",
	holds: (fields) => {
		const values = optionsOf(fields).map((option) => option.value);
		return new Set(values).size === values.length;
	},
	at: "",
	says: say.notUnique("value"),
};

/** No more chosen at first than may be chosen at all. */
export const initialWithinMaximum = (initial: string): Bond => ({
	rule: `${initial} within max_selected_items`,
	holds: (fields) =>
		itemsOf(fields[initial]).length <=
		Number(fields.max_selected_items ?? Number.POSITIVE_INFINITY),
	at: initial,
	says: say.notAbove("max_selected_items"),
});

/** `low` is at most `high`, where both are given; numbers may be texts. */
export const inOrder = (
	low: string,
	high: string,
	complain: "low" | "high" = "low",
): Bond => ({
	rule: `${low} at most ${high}`,
	holds: (fields) =>
		fields[low] === undefined ||
		fields[high] === undefined ||
		Number(fields[low]) <= Number(fields[high]),
	at: complain === "low" ? low : high,
	says: complain === "low" ? say.notAbove(high) : say.notBelow(low),
});
