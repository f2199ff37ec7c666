import { type Element, elementsIn } from "../elements.ts";
import type { StoredView } from "../state.ts";
import type { InputValue } from "../surface.ts";
import { valueKey } from "../values.ts";

const required = "Please complete this required field.";

/** What Slack's own client refuses before anything is sent, by block id. */
export function fieldErrors(view: StoredView): Record<string, string> {
	const errors: Record<string, string> = {};
	for (const { block, element, isInput } of elementsIn(view.blocks)) {
		if (!isInput) continue;
		const value = view.values[block.block_id]?.[element.action_id];
		const held = value && contentOf(element, value);
		if (held === undefined) {
			if (block.optional !== true) errors[block.block_id] = required;
			continue;
		}
		const error = typeof held === "string" ? textError(element, held) : null;
		if (error) errors[block.block_id] = error;
	}
	return errors;
}

export function inputBlockIds(view: StoredView): string[] {
	return elementsIn(view.blocks)
		.filter(({ isInput }) => isInput)
		.map(({ block }) => block.block_id);
}

/** Undefined when nothing was typed or chosen. */
function contentOf(element: Element, value: InputValue): unknown {
	const held = value[valueKey(element.type) ?? ""];
	const isEmpty =
		held === null || held === "" || (Array.isArray(held) && held.length === 0);
	return isEmpty ? undefined : held;
}

function textError(element: Element, text: string): string | null {
	const { type, min_length, max_length, min_value, max_value } = element;
	switch (type) {
		case "plain_text_input":
			if (text.length > Number(max_length ?? 3000))
				return `Please enter no more than ${max_length ?? 3000} characters.`;
			if (text.length < Number(min_length ?? 0))
				return `Please enter at least ${min_length} characters.`;
			return null;
		case "number_input":
			return numberError(text, min_value, max_value, element);
		case "email_text_input":
			return /^\S+@\S+\.\S+$/.test(text)
				? null
				: "Please enter a valid email address.";
		case "url_text_input":
			return URL.canParse(text) ? null : "Please enter a valid URL.";
		default:
			return null;
	}
}

function numberError(
	text: string,
	min: unknown,
	max: unknown,
	element: Element,
): string | null {
	const number = Number(text);
	const fits = element.is_decimal_allowed
		? Number.isFinite(number)
		: Number.isSafeInteger(number);
	if (!fits || text.trim() === "") return "Please enter a valid number.";
	if (min !== undefined && number < Number(min))
		return `Please enter a number of at least ${min}.`;
	if (max !== undefined && number > Number(max))
		return `Please enter a number of at most ${max}.`;
	return null;
}
