import type { Option } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import type { Control } from "../control.ts";
import { html } from "../html.ts";
import type { ChoiceElement } from "../kit.ts";
import { TextObject } from "../text/rich.ts";
import { optionsIn } from "../values.ts";

/** Checkboxes and radio buttons. */
export function Choices({
	element,
	control,
}: {
	element: ChoiceElement;
	control: Control;
}): ComponentChildren {
	const { naming } = control;
	const several = element.type === "checkboxes";
	const chosen = optionsIn(control.value);
	const isChosen = ({ value }: Option) =>
		chosen.some((option) => option.value === value);
	const pick = (option: Option) => {
		if (!several)
			return control.change({ type: element.type, selected_option: option });
		const selected_options = element.options.filter(
			(other) => isChosen(other) !== (other.value === option.value),
		);
		control.change({ type: element.type, selected_options });
	};
	return html`<div
		class="choices"
		role=${several ? "group" : "radiogroup"}
		aria-labelledby=${naming.labelledBy}
		aria-label=${naming.name}
		aria-describedby=${naming.describedBy}
		aria-required=${several ? null : naming.required}
		aria-invalid=${naming.invalid}
	>
		${element.options.map((option, index) =>
			h(ChoiceLine, {
				id: `${naming.id}-${index}`,
				type: several ? "checkbox" : "radio",
				group: naming.id,
				option,
				checked: isChosen(option),
				autofocus: naming.autofocus && index === 0,
				onPick: () => pick(option),
			}),
		)}
	</div>`;
}

function ChoiceLine({
	id,
	type,
	group,
	option,
	checked,
	autofocus,
	onPick,
}: {
	id: string;
	type: "checkbox" | "radio";
	group: string;
	option: Option;
	checked: boolean;
	autofocus: boolean;
	onPick: () => void;
}): ComponentChildren {
	const { description } = option;
	return html`<div class="choice">
		<input
			id=${id}
			type=${type}
			name=${group}
			checked=${checked}
			aria-describedby=${description && `${id}-about`}
			data-autofocus=${autofocus || null}
			onChange=${onPick}
		/>
		<label for=${id}>
			${h(TextObject, { text: option.text, inline: true })}
		</label>
		${
			description &&
			html`<div id=${`${id}-about`} class="choice-about">
				${h(TextObject, { text: description, inline: true })}
			</div>`
		}
	</div>`;
}
