import type { ComponentChildren } from "preact";
import { html } from "./html.ts";

/** One line to open, with its count of unread messages. */
export function Item({
	name,
	lead,
	current,
	unread,
	onPick,
}: {
	name: string;
	lead: ComponentChildren;
	current: boolean;
	unread: number;
	onPick: () => void;
}): ComponentChildren {
	return html`<button
		type="button"
		class="item"
		aria-current=${current ? "page" : null}
		data-unread=${unread > 0}
		onClick=${onPick}
	>
		${lead}
		<span class="item-name" dir="auto">${name}</span>
		${
			unread > 0 &&
			html`<span class="item-unread">
				${unread}<span class="for-ear"> unread</span>
			</span>`
		}
	</button>`;
}
