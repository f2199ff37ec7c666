import { type ComponentChildren, h } from "preact";
import type { Naming } from "../combobox.ts";
import { type Mode, useControl } from "../control.ts";
import type { AnyElement, Element } from "../kit.ts";
import { Unknown } from "../unknown.ts";
import { Button } from "./button.ts";
import { Choices } from "./choices.ts";
import { DateField } from "./date.ts";
import { FileField } from "./file.ts";
import { Overflow } from "./overflow.ts";
import { Select } from "./select.ts";
import { TextField } from "./text.ts";

type ElementProps = {
	block: string;
	element: Element;
	mode: Mode;
	naming: Naming;
};

/** Any element a person can work with, tied to its place. */
export function ElementView(props: ElementProps): ComponentChildren {
	const { block, element, mode, naming } = props;
	const control = useControl(block, element, mode, naming);
	switch (element.type) {
		case "button":
			return h(Button, { element, control });
		case "overflow":
			return h(Overflow, { element, control });
		case "plain_text_input":
		case "email_text_input":
		case "url_text_input":
		case "number_input":
			return h(TextField, { element, control });
		case "checkboxes":
		case "radio_buttons":
			return h(Choices, { element, control });
		case "datepicker":
		case "timepicker":
		case "datetimepicker":
			return h(DateField, { element, control });
		case "file_input":
			return h(FileField, { block, element, control });
		case "static_select":
		case "multi_static_select":
		case "external_select":
		case "multi_external_select":
		case "users_select":
		case "multi_users_select":
		case "conversations_select":
		case "multi_conversations_select":
		case "channels_select":
		case "multi_channels_select":
			return h(Select, { block, element, control });
		default:
			return h(Unknown, { what: "element", value: element });
	}
}

/**
 * Outside an input block an element acts at once. It is named by the text it
 * stands beside, else by what it says itself.
 */
export function actionProps(
	block: string,
	element: Exclude<AnyElement, { type: "image" }>,
	id: string,
	labelledBy: string | null,
): ElementProps {
	const own = "placeholder" in element ? element.placeholder?.text : undefined;
	const name = own ?? NAMES[element.type] ?? "Choose";
	return {
		block,
		element,
		mode: { kind: "action" },
		naming: {
			id,
			name: labelledBy ? null : name,
			labelledBy,
			describedBy: null,
			required: false,
			invalid: false,
			autofocus: false,
		},
	};
}

/** Slack gives these no name of their own. */
const NAMES: Partial<Record<AnyElement["type"], string>> = {
	datepicker: "Date",
	timepicker: "Time",
	datetimepicker: "Date and time",
	overflow: "More options",
	checkboxes: "Options",
	radio_buttons: "Options",
};
