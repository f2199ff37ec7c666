import type {
	InputBlock,
	PlainTextOption,
	RadioButtons,
	StaticSelect,
} from "@slack/types";
import { plainText } from "./blocks.ts";
import { cut } from "./mrkdwn.ts";

export type Choice = { value: string; label: string; description?: string };

export type Field = {
	/** The field's name in the form, and its block id. */
	name: string;
	label: string;
	hint?: string;
	optional?: boolean;
	/** The action id, where typing or choosing reaches a feature at once. */
	action?: string;
	/** Changing the choice sends the form so far to `action`. */
	dispatch?: boolean;
};

type Element = InputBlock["element"];

export function field(options: Field, element: Element): InputBlock {
	return {
		type: "input",
		block_id: options.name,
		label: plainText(options.label, 2000),
		element,
		...(options.hint && { hint: plainText(options.hint, 2000) }),
		...(options.optional && { optional: true }),
		...(options.dispatch && { dispatch_action: true }),
	};
}

export const idOf = (options: Field) => options.action ?? options.name;

function option(choice: Choice): PlainTextOption {
	return {
		text: plainText(choice.label, 75),
		value: choice.value,
		...(choice.description && {
			description: plainText(choice.description, 75),
		}),
	};
}

export function textInput(
	options: Field & {
		initial?: string | null;
		lines?: boolean;
		max: number;
		placeholder?: string;
	},
): InputBlock {
	return field(options, {
		type: "plain_text_input",
		action_id: idOf(options),
		multiline: options.lines ?? false,
		max_length: options.max,
		...(options.initial && {
			initial_value: cut(options.initial, options.max),
		}),
		...(options.placeholder && {
			placeholder: plainText(options.placeholder, 150),
		}),
	});
}

/** A menu outside of a form: choosing reaches `id` at once. */
export function selectMenu(options: {
	id: string;
	choices: Choice[];
	initial?: string | null;
	placeholder: string;
}): StaticSelect {
	const initial = options.choices.find(
		(choice) => choice.value === options.initial,
	);
	return {
		type: "static_select",
		action_id: options.id,
		placeholder: plainText(options.placeholder, 150),
		options: options.choices.map(option),
		...(initial && { initial_option: option(initial) }),
	};
}

export function selectInput(
	options: Field & { choices: Choice[]; initial?: string | null },
): InputBlock {
	const initial = options.choices.find(
		(choice) => choice.value === options.initial,
	);
	return field(options, {
		type: "static_select",
		action_id: idOf(options),
		options: options.choices.map(option),
		...(initial && { initial_option: option(initial) }),
	});
}

const mostInGroup = 100;

/** One of a list of any length up to 10,000: Slack searches in it by itself. */
export function longSelectInput(
	options: Field & { choices: Choice[]; placeholder: string },
): InputBlock {
	const { choices } = options;
	const starts = Array.from(
		{ length: Math.ceil(choices.length / mostInGroup) },
		(_, index) => index * mostInGroup,
	);
	const groups = starts.map((start) =>
		choices.slice(start, start + mostInGroup),
	);
	return field(options, {
		type: "static_select",
		action_id: idOf(options),
		placeholder: plainText(options.placeholder, 150),
		...(groups.length > 1
			? {
					option_groups: groups.map((group) => ({
						label: plainText(group[0]?.label ?? "", 75),
						options: group.map(option),
					})),
				}
			: { options: choices.map(option) }),
	});
}

/** Several of a fixed list that is too long for boxes. */
export function multiSelectInput(
	options: Field & { choices: Choice[]; initial: readonly string[] },
): InputBlock {
	const initial = options.choices.filter(({ value }) =>
		options.initial.includes(value),
	);
	return field(options, {
		type: "multi_static_select",
		action_id: idOf(options),
		options: options.choices.map(option),
		...(initial.length > 0 && { initial_options: initial.map(option) }),
	});
}

export function radioInput(
	options: Field & { choices: Choice[]; initial?: string | null },
): InputBlock {
	const initial = options.choices.find(
		(choice) => choice.value === options.initial,
	);
	const element: RadioButtons = {
		type: "radio_buttons",
		action_id: idOf(options),
		options: options.choices.map(option),
		...(initial && { initial_option: option(initial) }),
	};
	return field(options, element);
}

export function checkboxInput(
	options: Field & { choices: Choice[]; initial?: readonly string[] },
): InputBlock {
	const initial = options.choices.filter((choice) =>
		options.initial?.includes(choice.value),
	);
	return field(options, {
		type: "checkboxes",
		action_id: idOf(options),
		options: options.choices.map(option),
		...(initial.length > 0 && { initial_options: initial.map(option) }),
	});
}

/** Several choices, searched for while typing; `action` answers. */
export function searchInput(
	options: Field & {
		action: string;
		initial: Choice[];
		most: number;
		placeholder: string;
	},
): InputBlock {
	return field(options, {
		type: "multi_external_select",
		action_id: options.action,
		min_query_length: 0,
		max_selected_items: options.most,
		placeholder: plainText(options.placeholder, 150),
		...(options.initial.length > 0 && {
			initial_options: options.initial.map(option),
		}),
	});
}

export function personInput(
	options: Field & { initial?: string | null },
): InputBlock {
	return field(options, {
		type: "users_select",
		action_id: idOf(options),
		...(options.initial && { initial_user: options.initial }),
	});
}

export function peopleInput(
	options: Field & { initial: string[]; most: number },
): InputBlock {
	return field(options, {
		type: "multi_users_select",
		action_id: idOf(options),
		max_selected_items: options.most,
		...(options.initial.length > 0 && { initial_users: options.initial }),
	});
}

/** One choice, searched for while typing; `action` answers. */
export function lookupInput(
	options: Field & {
		action: string;
		initial?: Choice | null;
		placeholder: string;
	},
): InputBlock {
	return field(options, {
		type: "external_select",
		action_id: options.action,
		min_query_length: 0,
		placeholder: plainText(options.placeholder, 150),
		...(options.initial && { initial_option: option(options.initial) }),
	});
}

/** The last input of a form: where an error about the whole form is shown. */
export function lastInput(
	blocks: { type: string; block_id?: string | undefined }[],
): string | undefined {
	return blocks.findLast((block) => block.type === "input")?.block_id;
}

export const suggestion = option;
