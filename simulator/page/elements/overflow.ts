import type { Overflow as OverflowElement } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import type { Control } from "../control.ts";
import { safeUrl } from "../kit.ts";
import { Menu, type MenuItem } from "../menu.ts";

export function Overflow({
	element,
	control,
}: {
	element: OverflowElement;
	control: Control;
}): ComponentChildren {
	const items = element.options.map((option): MenuItem => {
		const link = option.url ? safeUrl(option.url) : null;
		return {
			text: option.text.text,
			...(option.description ? { description: option.description.text } : {}),
			onPick() {
				if (link) window.open(link, "_blank", "noopener");
				control.change({ type: "overflow", selected_option: option });
			},
		};
	});
	return h(Menu, {
		name: control.naming.name ?? "More options",
		icon: "more",
		items,
	});
}
