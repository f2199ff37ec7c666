import type { Fields } from "../../../simulator/rules/vocabulary.ts";
import type { BondCase } from "./subject.ts";
import { option, plainly } from "./subject.ts";

/** Cases of bonds that several elements share; each has the option "a". */

export const orGroups: BondCase = {
	good: [
		{
			options: undefined,
			option_groups: [{ label: plainly("A"), options: [option("a")] }],
		},
	],
	bad: [
		{ options: undefined },
		{ option_groups: [{ label: plainly("B"), options: [option("b")] }] },
	].map((given) => ({
		given,
		says: "must define exactly one of `options` and `option_groups`",
		at: "",
	})),
};

const grouped = (...values: string[]): Fields => ({
	options: undefined,
	option_groups: values.map((value) => ({
		label: plainly("Group"),
		options: [option(value)],
	})),
});

const notUnique = (given: Fields) => ({
	given,
	says: "`value` must be unique",
	at: "",
});

export const unique: BondCase = {
	good: [{ options: [option("a"), option("b")] }],
	bad: [notUnique({ options: [option("a"), option("a")] })],
};

export const uniqueInGroups: BondCase = {
	good: [...unique.good, grouped("a", "b")],
	bad: [...unique.bad, notUnique(grouped("a", "a"))],
};

/** The same value with another text is not the same option. */
const lookalike = { ...option("a"), text: plainly("b") };

const notAmong = (field: string, value: unknown) => ({
	given: { [field]: value },
	says: "must match one of the `options`",
	at: `/${field}`,
});

export const oneAmong: BondCase = {
	good: [{ initial_option: option("a") }],
	bad: [option("b"), lookalike].map((value) =>
		notAmong("initial_option", value),
	),
};

export const severalAmong: BondCase = {
	good: [
		{
			options: [option("a"), option("b")],
			initial_options: [option("b"), option("a")],
		},
	],
	bad: [[option("b")], [option("a"), option("b")], [lookalike]].map((value) =>
		notAmong("initial_options", value),
	),
};

/** At most `max_selected_items` are chosen at first. */
export const within = (
	field: string,
	chosen: unknown[],
	given: Fields = {},
): BondCase => ({
	good: [{ ...given, [field]: chosen, max_selected_items: chosen.length }],
	bad: [
		{
			given: {
				...given,
				[field]: chosen,
				max_selected_items: chosen.length - 1,
			},
			says: "must not be above `max_selected_items`",
			at: `/${field}`,
		},
	],
});

/** `low` is at most `high`; of the two texts or numbers the first is less. */
export const ordered = (
	low: string,
	high: string,
	[less, more]: [unknown, unknown],
	complaint: { says: string; at: string } = {
		says: `must not be above \`${high}\``,
		at: `/${low}`,
	},
): BondCase => ({
	good: [
		{ [low]: less, [high]: more },
		{ [low]: more, [high]: more },
	],
	bad: [{ given: { [low]: more, [high]: less }, ...complaint }],
});
