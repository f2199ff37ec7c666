import type { Button as ButtonElement } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import type { Control } from "../control.ts";
import { html } from "../html.ts";
import { Icon } from "../icon.ts";
import { safeUrl } from "../kit.ts";
import { PlainText } from "../text/plain.ts";

export function Button({
	element,
	control,
}: {
	element: ButtonElement;
	control: Control;
}): ComponentChildren {
	const { text, value, style, url, accessibility_label } = element;
	const link = url ? safeUrl(url) : null;
	return html`<button
		type="button"
		class="button ${style ? `button-${style}` : ""}"
		aria-label=${accessibility_label}
		onClick=${() => {
			if (link) window.open(link, "_blank", "noopener");
			control.change({
				type: "button",
				text,
				...(value === undefined ? {} : { value }),
			});
		}}
	>
		${h(PlainText, { text: text.text })}
		${link && h(Icon, { name: "link" })}
	</button>`;
}
