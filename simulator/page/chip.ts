import { type ComponentChildren, h } from "preact";
import { html } from "./html.ts";
import { Icon } from "./icon.ts";

/** One of several things chosen in a combobox. */
export function Chip({
	name,
	onRemove,
}: {
	name: string;
	onRemove: () => void;
}): ComponentChildren {
	return html`<span class="chip">
		<bdi>${name}</bdi>
		<button type="button" aria-label=${`Remove ${name}`} onClick=${onRemove}>
			${h(Icon, { name: "close" })}
		</button>
	</span>`;
}

/** Takes the one thing chosen back. */
export function Clear({
	name,
	onClear,
}: {
	name: string | null;
	onClear: () => void;
}): ComponentChildren {
	return html`<button
		type="button"
		class="icon-button"
		aria-label=${`Clear ${name ?? "choice"}`}
		onClick=${onClear}
	>
		${h(Icon, { name: "close" })}
	</button>`;
}
