import type { InputBlock } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { useId } from "preact/hooks";
import { useStage } from "../context.ts";
import { ElementView } from "../elements/element.ts";
import { html } from "../html.ts";
import type { Element } from "../kit.ts";
import { PlainText } from "../text/plain.ts";

/** One labelled question with its hint and, after a refusal, its error. */
export function Input({
	block,
}: {
	block: InputBlock & { block_id: string };
}): ComponentChildren {
	const id = useId();
	const error = useStage().errors[block.block_id];
	const element = block.element as Element;
	const { label, hint, optional = false, dispatch_action = false } = block;
	const grouped = /checkboxes|radio/.test(element.type);
	const words = h(PlainText, { text: label.text });
	const describedBy = [error && `${id}-error`, hint && `${id}-hint`]
		.filter(Boolean)
		.join(" ");
	return html`<div class="block-input" data-invalid=${Boolean(error)}>
		<div class="label-line">
			${
				grouped
					? html`<span class="label" id=${`${id}-label`}>${words}</span>`
					: html`<label class="label" id=${`${id}-label`} for=${id}>${words}</label>`
			}
			${optional && html`<span class="optional">optional</span>`}
		</div>
		${h(ElementView, {
			key: element.action_id,
			block: block.block_id,
			element,
			mode: { kind: "input", dispatches: dispatch_action },
			naming: {
				id,
				name: null,
				labelledBy: grouped ? `${id}-label` : null,
				describedBy: describedBy || null,
				required: !optional,
				invalid: Boolean(error),
				autofocus: "focus_on_load" in element && element.focus_on_load === true,
			},
		})}
		${error && html`<p id=${`${id}-error`} class="error" role="alert">${error}</p>`}
		${
			hint &&
			html`<p id=${`${id}-hint`} class="hint">${h(PlainText, { text: hint.text })}</p>`
		}
	</div>`;
}
