import type { ContextBlock } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { html } from "../html.ts";
import { TextObject } from "../text/rich.ts";
import { Picture } from "./image.ts";

/** Small print: texts and little pictures in one line. */
export function Context({ block }: { block: ContextBlock }): ComponentChildren {
	return html`<div class="block-context">
		${block.elements.map((element) =>
			element.type === "image"
				? h(Picture, { image: element, className: "context-picture" })
				: h(TextObject, { text: element }),
		)}
	</div>`;
}
