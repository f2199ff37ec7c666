import { type ComponentChildren, h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Choice } from "./choices.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";
import { Popup } from "./popup.ts";

type ListboxProps = {
	id: string;
	name: string;
	choices: Choice[];
	selected: Choice[];
	multi: boolean;
	active: number;
	status: string | null;
	onActive: (index: number) => void;
	onChoose: (choice: Choice) => void;
};

/** The open list of a combobox; the focus stays in its field. */
export function Listbox(props: ListboxProps): ComponentChildren {
	const { id, name, choices, multi, active, status } = props;
	const list = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => {
		list.current
			?.querySelector("[data-active=true]")
			?.scrollIntoView({ block: "nearest" });
	}, [active]);
	const children = html`
		<div
			ref=${list}
			id=${id}
			role="listbox"
			aria-label=${name}
			aria-multiselectable=${multi}
			onMouseDown=${(event: MouseEvent) => event.preventDefault()}
		>
			${choices.map((choice, index) => [
				choice.group !== undefined &&
					choice.group !== choices[index - 1]?.group &&
					html`<div class="list-group" role="presentation" dir="auto">
						${choice.group}
					</div>`,
				h(Option, { ...props, choice, index }),
			])}
		</div>
		${status && html`<p class="list-status" role="status">${status}</p>`}
	`;
	return h(Popup, { anchor: id, className: "list", children });
}

function Option({
	id,
	choice,
	index,
	active,
	selected,
	onActive,
	onChoose,
}: ListboxProps & { choice: Choice; index: number }): ComponentChildren {
	const chosen = selected.some(({ value }) => value === choice.value);
	return html`<div
		id=${optionId(id, index)}
		role="option"
		aria-selected=${chosen}
		data-active=${index === active}
		onMouseMove=${() => index !== active && onActive(index)}
		onClick=${() => onChoose(choice)}
	>
		<span dir="auto">${choice.text}</span>
		${choice.description && html`<small dir="auto">${choice.description}</small>`}
		${chosen && h(Icon, { name: "check" })}
	</div>`;
}

export function optionId(listId: string, index: number): string {
	return `${listId}-${index}`;
}
