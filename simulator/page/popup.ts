import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { html } from "./html.ts";

/**
 * A box at its anchor, above everything else on the page, so that no
 * scrolling parent cuts it off. The anchor has the style `anchorStyle(id)`.
 */
export function Popup({
	anchor,
	className,
	children,
}: {
	anchor: string;
	className: string;
	children: ComponentChildren;
}): ComponentChildren {
	const box = useRef<HTMLDivElement>(null);
	useLayoutEffect(() => box.current?.showPopover(), []);
	return html`<div
		ref=${box}
		class="popup ${className}"
		popover="manual"
		style="position-anchor: --${anchor}"
	>
		${children}
	</div>`;
}

export function anchorStyle(id: string): string {
	return `anchor-name: --${id}`;
}
