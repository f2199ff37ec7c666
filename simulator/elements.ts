import type { Ids } from "./ids.ts";
import type { Option } from "./state.ts";
import type { Block, InputValue, StateValues } from "./surface.ts";

/** Something in a block that one can click or fill. */
export type Element = {
	type: string;
	action_id: string;
	[key: string]: unknown;
};

export type Placed = {
	block: Block;
	element: Element;
	/** In an input block: sent with the view unless the block dispatches. */
	isInput: boolean;
};

type Raw = Record<string, unknown>;

const isRaw = (value: unknown): value is Raw =>
	typeof value === "object" && value !== null && !Array.isArray(value);

/** Copies blocks, with the ids Slack makes up where the app gave none. */
export function nameBlocks(blocks: unknown, ids: Ids): Block[] {
	const copies = Array.isArray(blocks) ? structuredClone(blocks) : [];
	return copies.filter(isRaw).map((block) => {
		for (const element of rawElements(block)) {
			if (typeof element.type === "string" && element.type !== "image")
				element.action_id ??= ids.next("a");
		}
		const { type, block_id } = block;
		return {
			...block,
			type: String(type),
			block_id: typeof block_id === "string" ? block_id : ids.next("b"),
		};
	});
}

function rawElements(block: Raw): Raw[] {
	const inside = {
		input: [block.element],
		section: [block.accessory],
		actions: Array.isArray(block.elements) ? block.elements : [],
	}[String(block.type)];
	return (inside ?? []).filter(isRaw);
}

export function elementsIn(blocks: Block[]): Placed[] {
	return blocks.flatMap((block) =>
		rawElements(block).flatMap((element) => {
			const { type, action_id } = element;
			if (typeof type !== "string" || typeof action_id !== "string") return [];
			const isInput = block.type === "input";
			return [{ block, element: { ...element, type, action_id }, isInput }];
		}),
	);
}

export function findElement(
	blocks: Block[],
	block_id: string,
	action_id: string,
): Placed | undefined {
	return elementsIn(blocks).find(
		({ block, element }) =>
			block.block_id === block_id && element.action_id === action_id,
	);
}

/** Of select menus, radios, checkboxes and overflows; groups laid flat. */
export function optionsOf(element: Element): Option[] {
	const groups = Array.isArray(element.option_groups)
		? element.option_groups
		: [];
	return [element, ...groups].flatMap((holder) =>
		isRaw(holder) && Array.isArray(holder.options)
			? (holder.options as Option[])
			: [],
	);
}

/** The key in the state's value that an element's choice stands under. */
export function valueKey(type: string): string | null {
	const special: Record<string, string> = {
		plain_text_input: "value",
		number_input: "value",
		email_text_input: "value",
		url_text_input: "value",
		rich_text_input: "rich_text_value",
		file_input: "files",
		datepicker: "selected_date",
		timepicker: "selected_time",
		datetimepicker: "selected_date_time",
		radio_buttons: "selected_option",
		checkboxes: "selected_options",
	};
	if (special[type]) return special[type];
	const menu = /^(multi_)?(\w+?)s?_select$/.exec(type);
	if (!menu) return null;
	const [, multi, kind = ""] = menu;
	const noun = /^(static|external)$/.test(kind) ? "option" : kind;
	return `selected_${noun}${multi ? "s" : ""}`;
}

/** The state of an element nobody has touched. */
export function initialValue(element: Element): InputValue | null {
	const key = valueKey(element.type);
	if (key === null) return null;
	const initial = element[key.replace(/^(selected|rich_text)(?=_)/, "initial")];
	const fromText = element.initial_value;
	const isList = key === "files" || /^selected_\w+s$/.test(key);
	return {
		type: element.type,
		[key]: initial ?? fromText ?? (isList ? [] : null),
	};
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
