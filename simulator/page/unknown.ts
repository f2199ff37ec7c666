import type { ComponentChildren } from "preact";
import { html } from "./html.ts";

/** A box nobody overlooks: something was sent that the page cannot show. */
export function Unknown({
	what,
	value,
}: {
	what: "block" | "element";
	value: { type: string };
}): ComponentChildren {
	return html`<div class="unknown" role="note">
		This page cannot show the ${what} type <code>${value.type}</code>.
	</div>`;
}
