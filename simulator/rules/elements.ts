import * as bond from "./bonds.ts";
import {
	choiceOption,
	confirm,
	overflowOption,
	plainText,
	slackFile,
} from "./composition.ts";
import * as format from "./formats.ts";
import {
	flag,
	list,
	required,
	text,
	typed,
	whole,
	word,
} from "./vocabulary.ts";

/** Buttons, choices, pickers and images. */

const action_id = text(255);
const placeholder = plainText(150);
const focus_on_load = flag;

export const button = typed("button", {
	action_id,
	text: required(plainText(75)),
	value: text(2000),
	url: text(3000, format.url),
	style: word("primary", "danger"),
	confirm,
	accessibility_label: text(75),
});

export const overflow = typed(
	"overflow",
	{ action_id, options: required(list(overflowOption, 1, 5)), confirm },
	bond.uniqueValues,
);

export const checkboxes = typed(
	"checkboxes",
	{
		action_id,
		options: required(list(choiceOption, 1, 10)),
		initial_options: list(choiceOption, 1, 10),
		confirm,
		focus_on_load,
	},
	bond.uniqueValues,
	bond.initialAmongOptions("initial_options"),
);

export const radioButtons = typed(
	"radio_buttons",
	{
		action_id,
		options: required(list(choiceOption, 1, 10)),
		initial_option: choiceOption,
		confirm,
		focus_on_load,
	},
	bond.uniqueValues,
	bond.initialAmongOptions("initial_option"),
);

export const datepicker = typed("datepicker", {
	action_id,
	initial_date: text(10, format.date),
	confirm,
	focus_on_load,
	placeholder,
});

export const timepicker = typed("timepicker", {
	action_id,
	initial_time: text(5, format.time),
	timezone: text(Number.POSITIVE_INFINITY, format.timezone),
	confirm,
	focus_on_load,
	placeholder,
});

export const datetimepicker = typed("datetimepicker", {
	action_id,
	// Seconds, ten digits.
	initial_date_time: whole(1_000_000_000, 9_999_999_999),
	confirm,
	focus_on_load,
});

export const imageFields = {
	image_url: text(3000, format.webUrl),
	slack_file: slackFile,
	alt_text: required(text(2000)),
};

export const imageSource = bond.exactlyOne("image_url", "slack_file");

export const image = typed("image", imageFields, imageSource);
