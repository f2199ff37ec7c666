import type { ActionsBlock } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { useId } from "preact/hooks";
import { actionProps, ElementView } from "../elements/element.ts";
import { html } from "../html.ts";
import type { Element } from "../kit.ts";

export function Actions({
	block,
}: {
	block: ActionsBlock & { block_id: string };
}): ComponentChildren {
	const id = useId();
	const elements = block.elements as Element[];
	return html`<div class="block-actions">
		${elements.map((element, index) =>
			h(ElementView, {
				key: element.action_id,
				...actionProps(block.block_id, element, `${id}-${index}`, null),
			}),
		)}
	</div>`;
}
