import { ordered } from "./bonds.cases.ts";
import { chars, flag, needed, whole } from "./case.ts";
import { listOf, object, plain } from "./compound.ts";
import * as look from "./looks.ts";
import { input, type Subjects } from "./subject.ts";

const shared = {
	action_id: chars(255),
	placeholder: plain(150),
	dispatch_action_config: object("dispatch_action_config"),
	focus_on_load: flag,
};

const notWhole = (given: Record<string, string>) => ({
	given,
	says: "must provide an integer",
	at: "",
});

export const inputs: Subjects = {
	plain_text_input: {
		held: input,
		least: { type: "plain_text_input" },
		fields: {
			...shared,
			initial_value: chars(3000),
			multiline: flag,
			min_length: whole(0, 3000),
			max_length: whole(1, 3000),
		},
		bonds: {
			"min_length at most max_length": ordered(
				"min_length",
				"max_length",
				[1, 2],
			),
			"initial_value within max_length": {
				good: [{ initial_value: "abc", max_length: 3 }],
				bad: [
					{
						given: { initial_value: "abc", max_length: 2 },
						says: "must not be above `max_length`",
						at: "/initial_value",
					},
				],
			},
		},
	},
	number_input: {
		held: input,
		least: { type: "number_input", is_decimal_allowed: false },
		fields: {
			...shared,
			is_decimal_allowed: needed(flag),
			initial_value: chars(255, look.number),
			min_value: chars(255, look.number),
			max_value: chars(255, look.number),
		},
		bonds: {
			"whole numbers unless is_decimal_allowed": {
				good: [
					{ is_decimal_allowed: true, initial_value: "0.5" },
					{ initial_value: "-5" },
				],
				bad: [
					notWhole({ initial_value: "0.5" }),
					notWhole({ min_value: "0.5" }),
					notWhole({ max_value: "0.5" }),
				],
			},
			"min_value at most max_value": ordered("min_value", "max_value", [
				"9",
				"10",
			]),
			"initial_value at most max_value": ordered("initial_value", "max_value", [
				"9",
				"10",
			]),
			"min_value at most initial_value": ordered(
				"min_value",
				"initial_value",
				["9", "10"],
				{ says: "must not be below `min_value`", at: "/initial_value" },
			),
		},
	},
	email_text_input: {
		held: input,
		least: { type: "email_text_input" },
		fields: { ...shared, initial_value: chars(255, look.email) },
	},
	url_text_input: {
		held: input,
		least: { type: "url_text_input" },
		fields: { ...shared, initial_value: chars(3000, look.webUrl) },
	},
	rich_text_input: {
		held: input,
		least: { type: "rich_text_input" },
		fields: {
			...shared,
			initial_value: object("rich_text"),
			min_lines: whole(1, 100),
			max_lines: whole(1, 100),
		},
		bonds: {
			"min_lines at most max_lines": ordered("min_lines", "max_lines", [1, 2]),
		},
	},
	file_input: {
		held: input,
		least: { type: "file_input" },
		fields: {
			action_id: chars(255),
			filetypes: listOf(1, 100, chars(255)),
			max_files: whole(1, 10),
		},
	},
};
