import {
	checkMessage,
	checkOptions,
	checkView,
	type Problem,
} from "../../../simulator/rules/check.ts";
import type { Fields } from "../../../simulator/rules/vocabulary.ts";
import type { Case } from "./case.ts";

/** An object under test, put where Slack would find it. */
export type Held = {
	problems: Problem[];
	/** The code and the pointer a problem with the object itself carries. */
	error: string;
	at: string;
};

export type Holder = (value: unknown) => Held;

export type Subject = {
	held: Holder;
	/** The least that is accepted. */
	least: Fields;
	fields: Record<string, Case>;
	bonds?: Record<string, BondCase>;
};

export type BondCase = {
	good: Fields[];
	bad: { given: Fields; says: string; at: string }[];
};

export type Subjects = Record<string, Subject>;

export const block: Holder = (value) => ({
	problems: checkMessage({ text: "Hello", blocks: [value] }),
	error: "invalid_blocks",
	at: "/blocks/0",
});

export const view: Holder = (value) => ({
	problems: checkView(value),
	error: "invalid_arguments",
	at: "/view",
});

export const answer: Holder = (value) => ({
	problems: checkOptions(value),
	error: "invalid_arguments",
	at: "",
});

export const metadata: Holder = (value) => ({
	problems: checkMessage({ text: "Hello", metadata: value }),
	error: "invalid_metadata_format",
	at: "/metadata",
});

/** Inside another holder, under `at`. */
const inside =
	(outer: Holder, at: string, wrap: (value: unknown) => unknown): Holder =>
	(value) => {
		const held = outer(wrap(value));
		return { ...held, at: held.at + at };
	};

export const plainly = (text: string) => ({ type: "plain_text", text });

export const option = (value: string) => ({ text: plainly(value), value });

export const accessory = inside(block, "/accessory", (accessory) => ({
	type: "section",
	text: plainly("Hello"),
	accessory,
}));

export const action = inside(block, "/elements/0", (element) => ({
	type: "actions",
	elements: [element],
}));

export const input = inside(block, "/element", (element) => ({
	type: "input",
	label: plainly("Goal"),
	element,
}));

export const confirmation = inside(accessory, "/confirm", (confirm) => ({
	type: "button",
	text: plainly("Go"),
	confirm,
}));

export const inMenu = inside(accessory, "/options/0", (option) => ({
	type: "static_select",
	options: [option],
}));

export const inRadio = inside(accessory, "/options/0", (option) => ({
	type: "radio_buttons",
	options: [option],
}));

export const inOverflow = inside(accessory, "/options/0", (option) => ({
	type: "overflow",
	options: [option],
}));

export const inGroups = inside(accessory, "/option_groups/0", (group) => ({
	type: "static_select",
	option_groups: [group],
}));

export const inFilter = inside(accessory, "/filter", (filter) => ({
	type: "conversations_select",
	filter,
}));

export const inDispatch = inside(
	input,
	"/dispatch_action_config",
	(dispatch_action_config) => ({
		type: "plain_text_input",
		dispatch_action_config,
	}),
);

export const inImage = inside(accessory, "/slack_file", (slack_file) => ({
	type: "image",
	alt_text: "A chart",
	slack_file,
}));

export const inRichText = inside(block, "/elements/0", (element) => ({
	type: "rich_text",
	elements: [element],
}));

export const inline = inside(inRichText, "/elements/0", (element) => ({
	type: "rich_text_section",
	elements: [element],
}));

export const inStyle = inside(inline, "/style", (style) => ({
	type: "text",
	text: "Hello",
	style,
}));

export const inCell = inside(block, "/rows/0/0", (cell) => ({
	type: "table",
	rows: [[cell]],
}));

export const inColumns = inside(block, "/column_settings/0", (column) => ({
	type: "table",
	rows: [[{ type: "raw_text", text: "1" }]],
	column_settings: [column],
}));
