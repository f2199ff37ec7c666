import type { ComponentChildren } from "preact";
import type { InputValue } from "../../surface.ts";
import type { Control } from "../control.ts";
import { html } from "../html.ts";
import type { DateElement } from "../kit.ts";
import { fromLocalInput, toLocalInput } from "../values.ts";

const KINDS = {
	datepicker: "date",
	timepicker: "time",
	datetimepicker: "datetime-local",
} as const;

/** The browser's own pickers: they know the keyboard and the locale. */
export function DateField({
	element,
	control,
}: {
	element: DateElement;
	control: Control;
}): ComponentChildren {
	const { naming } = control;
	return html`<input
		id=${naming.id}
		class="field field-date"
		type=${KINDS[element.type]}
		value=${shown(element, control.value)}
		aria-label=${naming.name}
		aria-labelledby=${naming.labelledBy}
		aria-describedby=${naming.describedBy}
		aria-required=${naming.required}
		aria-invalid=${naming.invalid}
		data-autofocus=${naming.autofocus || null}
		onInput=${(event: InputEvent) => {
			const text = (event.currentTarget as HTMLInputElement).value;
			control.change(chosen(element, text));
		}}
	/>`;
}

function shown(element: DateElement, value: InputValue): string {
	if (element.type === "datepicker") return String(value.selected_date ?? "");
	if (element.type === "timepicker") return String(value.selected_time ?? "");
	const seconds = value.selected_date_time;
	return typeof seconds === "number" ? toLocalInput(seconds) : "";
}

function chosen({ type }: DateElement, text: string): InputValue {
	if (type === "datepicker") return { type, selected_date: text || null };
	if (type === "timepicker") return { type, selected_time: text || null };
	return { type, selected_date_time: fromLocalInput(text) };
}
