import { type ComponentChildren, h } from "preact";
import {
	choicesOf,
	isExternal,
	isMulti,
	selectedOf,
	valueWith,
} from "../choices.ts";
import { Combobox } from "../combobox.ts";
import { usePage } from "../context.ts";
import type { Control } from "../control.ts";
import type { SelectElement } from "../kit.ts";
import { useSuggestions } from "./suggestions.ts";

/** Every select: static, external, people, conversations; one or several. */
export function Select({
	block,
	element,
	control,
}: {
	block: string;
	element: SelectElement;
	control: Control;
}): ComponentChildren {
	const { surface } = usePage().session;
	const suggestions = useSuggestions(block, element);
	return h(Combobox, {
		naming: control.naming,
		choices: choicesOf(element, surface),
		selected: selectedOf(element, control.value, surface),
		multi: isMulti(element),
		most:
			"max_selected_items" in element ? element.max_selected_items : undefined,
		clearable: !control.naming.required,
		placeholder: element.placeholder?.text ?? "Choose",
		onChange: (chosen) => control.change(valueWith(element, chosen)),
		...(isExternal(element) ? suggestions : {}),
	});
}
