import * as bond from "./bonds.ts";
import { dispatchActionConfig, plainText } from "./composition.ts";
import * as format from "./formats.ts";
import { richText } from "./rich-text.ts";
import { sentences as say } from "./sentences.ts";
import {
	type Bond,
	type Field,
	flag,
	list,
	required,
	text,
	typed,
	whole,
} from "./vocabulary.ts";

/** Elements one types into. */

const action_id = text(255);

const typing = (
	type: string,
	fields: Record<string, Field>,
	...bonds: Bond[]
) =>
	typed(
		type,
		{
			action_id,
			placeholder: plainText(150),
			dispatch_action_config: dispatchActionConfig,
			focus_on_load: flag,
			...fields,
		},
		...bonds,
	);

const wholeUnlessDecimal: Bond = {
	rule: "whole numbers unless is_decimal_allowed",
	holds: ({ is_decimal_allowed, initial_value, min_value, max_value }) =>
		is_decimal_allowed === true ||
		[initial_value, min_value, max_value].every(
			(value) => !String(value).includes("."),
		),
	at: "",
	says: say.notA("an integer"),
};

export const plainTextInput = typing(
	"plain_text_input",
	{
		initial_value: text(3000),
		multiline: flag,
		min_length: whole(0, 3000),
		max_length: whole(1, 3000),
	},
	bond.inOrder("min_length", "max_length"),
	{
		rule: "initial_value within max_length",
		holds: ({ initial_value, max_length }) =>
			String(initial_value ?? "").length <= Number(max_length ?? 3000),
		at: "initial_value",
		says: say.notAbove("max_length"),
	},
);

export const numberInput = typing(
	"number_input",
	{
		is_decimal_allowed: required(flag),
		initial_value: text(255, format.number),
		min_value: text(255, format.number),
		max_value: text(255, format.number),
	},
	wholeUnlessDecimal,
	bond.inOrder("min_value", "max_value"),
	bond.inOrder("initial_value", "max_value"),
	bond.inOrder("min_value", "initial_value", "high"),
);

export const emailInput = typing("email_text_input", {
	initial_value: text(255, format.email),
});

export const urlInput = typing("url_text_input", {
	initial_value: text(3000, format.webUrl),
});

export const richTextInput = typing(
	"rich_text_input",
	{
		initial_value: richText,
		min_lines: whole(1, 100),
		max_lines: whole(1, 100),
	},
	bond.inOrder("min_lines", "max_lines"),
);

export const fileInput = typed("file_input", {
	action_id,
	filetypes: list(text(255), 1, 100),
	max_files: whole(1, 10),
});
