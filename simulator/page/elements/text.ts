import type { ComponentChildren } from "preact";
import type { Control } from "../control.ts";
import { html } from "../html.ts";
import type { TextElement } from "../kit.ts";
import { textIn } from "../values.ts";

/** Single and multiline text, email, URL and number. */
export function TextField({
	element,
	control,
}: {
	element: TextElement;
	control: Control;
}): ComponentChildren {
	const { naming } = control;
	const text = textIn(control.value);
	const multiline = element.type === "plain_text_input" && element.multiline;
	const count = countOf(element, text);
	const countId = `${naming.id}-count`;
	const shared = {
		id: naming.id,
		class: "field",
		dir: "auto",
		value: text,
		placeholder: element.placeholder?.text,
		"aria-label": naming.name,
		"aria-labelledby": naming.labelledBy,
		"aria-describedby": [naming.describedBy, count && countId]
			.filter(Boolean)
			.join(" "),
		"aria-required": naming.required,
		"aria-invalid": naming.invalid,
		"data-autofocus": naming.autofocus || null,
		onInput: (event: InputEvent) => {
			const { value } = event.currentTarget as HTMLInputElement;
			control.change({ type: element.type, value: value || null });
		},
		onKeyDown: (event: KeyboardEvent) => {
			const plain = event.key === "Enter" && !event.shiftKey;
			if (plain && !event.isComposing && control.enter())
				event.preventDefault();
		},
	};
	return html`<div class="text-field">
		${
			multiline
				? html`<textarea rows="4" ...${shared}></textarea>`
				: html`<input ...${KINDS[element.type]} ...${shared} />`
		}
		${
			count &&
			html`<span id=${countId} class="count" data-over=${count.over}>
				<span aria-hidden="true">${count.text}</span>
				<span class="for-ear">${count.words}</span>
			</span>`
		}
	</div>`;
}

/** Numbers stay text, so that what is no number can be refused with a reason. */
const KINDS: Record<TextElement["type"], object> = {
	plain_text_input: { type: "text", autocomplete: "off" },
	email_text_input: { type: "email", autocomplete: "off" },
	url_text_input: { type: "url", autocomplete: "off" },
	number_input: { type: "text", inputmode: "decimal", autocomplete: "off" },
};

function countOf(element: TextElement, text: string) {
	if (element.type !== "plain_text_input" || !element.max_length) return null;
	const used = text.length;
	const left = element.max_length - used;
	const words =
		left < 0 ? `${-left} characters too many` : `${left} characters left`;
	return { text: `${used} / ${element.max_length}`, words, over: left < 0 };
}
