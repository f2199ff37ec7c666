import * as bond from "./bonds.cases.ts";
import { chars, flag, given, needed, whole, words } from "./case.ts";
import { manyOptions, options } from "./composition.cases.ts";
import { object, plain } from "./compound.ts";
import * as look from "./looks.ts";
import {
	accessory,
	action,
	type BondCase,
	option,
	plainly,
	type Subjects,
} from "./subject.ts";

const action_id = chars(255);
const confirm = object("confirm");
const placeholder = plain(150);
const focus_on_load = flag;

export const image = {
	fields: {
		image_url: chars(3000, look.webUrl),
		slack_file: given({ image_url: undefined }, object("slack_file")),
		alt_text: needed(chars(2000)),
	},
	least: {
		type: "image",
		image_url: "https://example.com/a.png",
		alt_text: "A chart",
	},
	bonds: {
		"exactly one of image_url and slack_file": {
			good: [{ image_url: undefined, slack_file: { id: "F1" } }],
			bad: [{ image_url: undefined }, { slack_file: { id: "F1" } }].map(
				(given) => ({
					given,
					says: "must define exactly one of `image_url` and `slack_file`",
					at: "",
				}),
			),
		} satisfies BondCase,
	},
};

export const elements: Subjects = {
	button: {
		held: accessory,
		least: { type: "button", text: plainly("Go") },
		fields: {
			action_id,
			text: needed(plain(75)),
			value: chars(2000),
			url: chars(3000, look.url),
			style: words("primary", "danger"),
			confirm,
			accessibility_label: chars(75),
		},
	},
	overflow: {
		held: accessory,
		least: { type: "overflow", options: [option("a")] },
		fields: {
			action_id,
			options: needed(options(5, "overflow_option")),
			confirm,
		},
		bonds: { "values of options are unique": bond.unique },
	},
	checkboxes: {
		held: accessory,
		least: { type: "checkboxes", options: [option("a")] },
		fields: {
			action_id,
			options: needed(options(10, "choice_option")),
			initial_options: given(
				{ options: manyOptions.slice(0, 10) },
				options(10, "choice_option"),
			),
			confirm,
			focus_on_load,
		},
		bonds: {
			"values of options are unique": bond.unique,
			"initial_options among the options": bond.severalAmong,
		},
	},
	radio_buttons: {
		held: accessory,
		least: { type: "radio_buttons", options: [option("a")] },
		fields: {
			action_id,
			options: needed(options(10, "choice_option")),
			initial_option: object("choice_option"),
			confirm,
			focus_on_load,
		},
		bonds: {
			"values of options are unique": bond.unique,
			"initial_option among the options": bond.oneAmong,
		},
	},
	datepicker: {
		held: accessory,
		least: { type: "datepicker" },
		fields: {
			action_id,
			initial_date: chars(10, look.date),
			confirm,
			focus_on_load,
			placeholder,
		},
	},
	timepicker: {
		held: accessory,
		least: { type: "timepicker" },
		fields: {
			action_id,
			initial_time: chars(5, look.time),
			timezone: chars(Number.POSITIVE_INFINITY, look.zone),
			confirm,
			focus_on_load,
			placeholder,
		},
	},
	datetimepicker: {
		held: action,
		least: { type: "datetimepicker" },
		fields: {
			action_id,
			initial_date_time: whole(1_000_000_000, 9_999_999_999),
			confirm,
			focus_on_load,
		},
	},
	image: { held: accessory, ...image },
};
