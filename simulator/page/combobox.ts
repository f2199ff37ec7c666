import { type ComponentChildren, h } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { Chip, Clear } from "./chip.ts";
import { type Choice, matching } from "./choices.ts";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";
import { Listbox, optionId } from "./listbox.ts";
import { nextIndex } from "./menu.ts";
import { anchorStyle } from "./popup.ts";

/** More than anybody reads; typing brings the rest. */
const MOST = 100;

/** How a control is named and described, for the eye and for the ear. */
export type Naming = {
	id: string;
	/** Where neither a label points here nor `labelledBy` elsewhere. */
	name: string | null;
	labelledBy: string | null;
	describedBy: string | null;
	required: boolean;
	invalid: boolean;
	autofocus: boolean;
};

export type ComboboxProps = {
	naming: Naming;
	choices: Choice[];
	selected: Choice[];
	multi: boolean;
	placeholder: string;
	/** Searching is somebody else's work: `choices` already answer the query. */
	onQuery?: (query: string | null) => void;
	/** Said in place of an empty list. */
	status?: string | null;
	most?: number | undefined;
	clearable?: boolean;
	onChange: (chosen: Choice[]) => void;
};

/** A field with a list: typing searches it, arrows move, Enter chooses. */
export function Combobox(props: ComboboxProps): ComponentChildren {
	const { naming, selected, multi, placeholder } = props;
	const listId = useId();
	const field = useRef<HTMLInputElement>(null);
	const [query, setQuery] = useState<string | null>(null);
	const [active, setActive] = useState(0);
	const open = query !== null;
	const found = props.onQuery
		? props.choices
		: matching(props.choices, query ?? "");
	const shown = found.slice(0, MOST);
	const at = Math.min(active, shown.length - 1);

	const ask = (next: string | null) => {
		if (next === query) return;
		setQuery(next);
		setActive(next ? 0 : indexOf(found, selected[0]));
		props.onQuery?.(next);
	};
	const choose = (choice: Choice) => {
		props.onChange(multi ? toggled(selected, choice, props.most) : [choice]);
		ask(multi ? "" : null);
	};
	const onKeyDown = (event: KeyboardEvent) => {
		const target = open ? nextIndex(event.key, at, shown.length) : null;
		const choice = open ? shown[at] : undefined;
		if (event.key === "Escape" && open) ask(null);
		else if (event.key === "Enter" && choice) choose(choice);
		else if (event.key === "Enter" || (isArrow(event) && !open)) ask("");
		else if (isArrow(event) && target !== null) setActive(target);
		else if (event.key === "Backspace" && multi && !query && selected.length)
			props.onChange(selected.slice(0, -1));
		else return;
		event.preventDefault();
	};
	const single = multi ? undefined : selected[0];
	return html`<div
		class="combobox"
		data-multi=${multi}
		data-invalid=${naming.invalid}
		style=${anchorStyle(listId)}
		onMouseDown=${(event: MouseEvent) => {
			if (event.target === event.currentTarget) {
				event.preventDefault();
				field.current?.focus();
				ask("");
			}
		}}
	>
		${
			multi &&
			selected.map((choice) =>
				h(Chip, {
					key: choice.value,
					name: choice.text,
					onRemove: () => props.onChange(toggled(selected, choice)),
				}),
			)
		}
		<input
			ref=${field}
			id=${naming.id}
			type="text"
			role="combobox"
			autocomplete="off"
			spellcheck=${false}
			dir="auto"
			aria-label=${naming.name}
			aria-labelledby=${naming.labelledBy}
			aria-describedby=${naming.describedBy}
			aria-required=${naming.required}
			aria-invalid=${naming.invalid}
			aria-expanded=${open}
			aria-controls=${listId}
			aria-autocomplete="list"
			aria-activedescendant=${open && at >= 0 ? optionId(listId, at) : null}
			data-autofocus=${naming.autofocus || null}
			placeholder=${single?.text ?? (multi && selected.length ? "" : placeholder)}
			value=${query ?? single?.text ?? ""}
			onClick=${() => ask(query ?? "")}
			onFocus=${() => field.current?.select()}
			onBlur=${() => ask(null)}
			onInput=${(event: InputEvent) =>
				ask((event.currentTarget as HTMLInputElement).value)}
			onKeyDown=${onKeyDown}
		/>
		${
			single && props.clearable
				? h(Clear, { name: naming.name, onClear: () => props.onChange([]) })
				: h(Icon, { name: "down" })
		}
		${
			open &&
			h(Listbox, {
				id: listId,
				name: naming.name ?? placeholder,
				choices: shown,
				selected,
				multi,
				active: at,
				status:
					props.status ??
					restOf(found.length) ??
					(found.length ? null : "Nothing found"),
				onActive: setActive,
				onChoose: choose,
			})
		}
	</div>`;
}

function toggled(
	selected: Choice[],
	choice: Choice,
	most = Number.POSITIVE_INFINITY,
): Choice[] {
	const rest = selected.filter(({ value }) => value !== choice.value);
	if (rest.length < selected.length) return rest;
	return selected.length < most ? [...selected, choice] : selected;
}

function indexOf(choices: Choice[], choice: Choice | undefined): number {
	const found = choices.findIndex(({ value }) => value === choice?.value);
	return Math.max(found, 0);
}

function isArrow({ key }: KeyboardEvent): boolean {
	return key === "ArrowDown" || key === "ArrowUp";
}

function restOf(count: number): string | null {
	return count > MOST ? `${count - MOST} more: type to narrow down` : null;
}
