import { type Element, elementsIn, isRaw, optionsOf } from "./elements.ts";
import type { Block, InputValue, StateValues } from "./surface.ts";

type Held = {
	/** The key in the state's value that the choice stands under. */
	key: string;
	/** The element's own field for what it starts with. */
	initial: string;
	/** What is held when nothing is. */
	empty: null | never[];
};

const one = (key: string, initial: string): Held => ({
	key,
	initial,
	empty: null,
});
const many = (key: string, initial: string): Held => ({
	key,
	initial,
	empty: [],
});
const text = one("value", "initial_value");
const option = one("selected_option", "initial_option");
const options = many("selected_options", "initial_options");

/** Every element that holds something; buttons and overflows do not. */
const holders: Record<string, Held> = {
	plain_text_input: text,
	number_input: text,
	email_text_input: text,
	url_text_input: text,
	rich_text_input: one("rich_text_value", "initial_value"),
	file_input: many("files", "initial_files"),
	datepicker: one("selected_date", "initial_date"),
	timepicker: one("selected_time", "initial_time"),
	datetimepicker: one("selected_date_time", "initial_date_time"),
	radio_buttons: option,
	checkboxes: options,
	static_select: option,
	external_select: option,
	users_select: one("selected_user", "initial_user"),
	conversations_select: one("selected_conversation", "initial_conversation"),
	channels_select: one("selected_channel", "initial_channel"),
	multi_static_select: options,
	multi_external_select: options,
	multi_users_select: many("selected_users", "initial_users"),
	multi_conversations_select: many(
		"selected_conversations",
		"initial_conversations",
	),
	multi_channels_select: many("selected_channels", "initial_channels"),
};

/** The key an element's value stands under; null when it holds none. */
export function valueKey(type: string): string | null {
	return holders[type]?.key ?? null;
}

export function holdsSeveral(type: string): boolean {
	return Array.isArray(holders[type]?.empty);
}

/** The state of an element nobody has touched. */
export function initialValue(element: Element): InputValue | null {
	const held = holders[element.type];
	if (!held) return null;
	const { type } = element;
	return { type, [held.key]: element[held.initial] ?? held.empty };
}

/** What stands in every input, keeping what `before` knows of the same one. */
export function valuesOf(blocks: Block[], before: StateValues): StateValues {
	const values: StateValues = {};
	for (const { block, element } of elementsIn(blocks)) {
		const initial = initialValue(element);
		if (initial === null) continue;
		const kept = before[block.block_id]?.[element.action_id];
		const ofBlock = values[block.block_id] ?? {};
		ofBlock[element.action_id] = kept && fits(element, kept) ? kept : initial;
		values[block.block_id] = ofBlock;
	}
	return values;
}

/** Whether a value that was chosen earlier can stay in this element. */
function fits(element: Element, value: InputValue): boolean {
	if (value.type !== element.type) return false;
	const options = optionsOf(element).map((option) => option.value);
	const chosen = [value.selected_option, value.selected_options].flat();
	return (
		options.length === 0 ||
		chosen.filter(isRaw).every(({ value }) => options.includes(String(value)))
	);
}
