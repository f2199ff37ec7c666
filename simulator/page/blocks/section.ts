import type { SectionBlock } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { useId } from "preact/hooks";
import { actionProps, ElementView } from "../elements/element.ts";
import { html } from "../html.ts";
import { type AnyElement, isButton } from "../kit.ts";
import { TextObject } from "../text/rich.ts";
import { Picture } from "./image.ts";

/** Text, or a grid of short texts, with something to its right. */
export function Section({
	block,
}: {
	block: SectionBlock & { block_id: string };
}): ComponentChildren {
	const { text, fields } = block;
	const textId = useId();
	const accessory = block.accessory as AnyElement | undefined;
	const beside =
		accessory && (accessory.type === "image" || isButton(accessory));
	return html`<div class="block-section" data-beside=${Boolean(beside)}>
		<div class="section-text" id=${textId}>
			${text && h(TextObject, { text })}
			${
				fields &&
				html`<div class="section-fields">
					${fields.map((field) => h(TextObject, { text: field }))}
				</div>`
			}
		</div>
		${
			accessory &&
			html`<div class="section-accessory">
				${h(Accessory, { block: block.block_id, accessory, textId })}
			</div>`
		}
	</div>`;
}

function Accessory({
	block,
	accessory,
	textId,
}: {
	block: string;
	accessory: AnyElement;
	textId: string;
}): ComponentChildren {
	const id = useId();
	if (accessory.type === "image")
		return h(Picture, { image: accessory, className: "thumbnail" });
	const labelledBy = isButton(accessory) ? null : textId;
	return h(ElementView, actionProps(block, accessory, id, labelledBy));
}
