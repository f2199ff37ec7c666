import { type ComponentChildren, h } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { html } from "./html.ts";
import { Icon, type IconName } from "./icon.ts";
import { anchorStyle, Popup } from "./popup.ts";

export type MenuItem = {
	text: string;
	description?: string;
	onPick: () => void;
};

/** A button that opens a menu: arrow keys move, Esc goes back to the button. */
export function Menu({
	name,
	icon,
	items,
}: {
	name: string;
	icon: IconName;
	items: MenuItem[];
}): ComponentChildren {
	const [open, setOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	const id = useId();
	const close = () => {
		setOpen(false);
		button.current?.focus();
	};
	return html`<span
		class="menu"
		onFocusOut=${(event: FocusEvent) => {
			const inside = event.currentTarget as HTMLElement;
			if (!inside.contains(event.relatedTarget as Node | null)) setOpen(false);
		}}
	>
		<button
			ref=${button}
			type="button"
			class="icon-button"
			style=${anchorStyle(id)}
			aria-label=${name}
			aria-haspopup="menu"
			aria-expanded=${open}
			onClick=${() => setOpen(!open)}
			onKeyDown=${(event: KeyboardEvent) => {
				if (event.key !== "ArrowDown") return;
				event.preventDefault();
				setOpen(true);
			}}
		>
			${h(Icon, { name: icon })}
		</button>
		${open && h(MenuList, { anchor: id, name, items, close })}
	</span>`;
}

function MenuList({
	anchor,
	name,
	items,
	close,
}: {
	anchor: string;
	name: string;
	items: MenuItem[];
	close: () => void;
}): ComponentChildren {
	const list = useRef<HTMLDivElement>(null);
	const buttons = () => [
		...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? []),
	];
	useLayoutEffect(() => buttons()[0]?.focus(), []);
	const onKeyDown = (event: KeyboardEvent) => {
		const all = buttons();
		const at = all.indexOf(document.activeElement as HTMLElement);
		const target = nextIndex(event.key, at, all.length);
		if (event.key === "Escape") close();
		else if (target === null) return;
		else all[target]?.focus();
		event.preventDefault();
	};
	return h(Popup, {
		anchor,
		className: "menu-list",
		children: html`<div
			ref=${list}
			role="menu"
			aria-label=${name}
			onKeyDown=${onKeyDown}
		>
			${items.map(
				(item) => html`<button
					type="button"
					role="menuitem"
					tabindex="-1"
					onClick=${() => {
						close();
						item.onPick();
					}}
				>
					<span dir="auto">${item.text}</span>
					${item.description && html`<small dir="auto">${item.description}</small>`}
				</button>`,
			)}
		</div>`,
	});
}

/** Where an arrow key leads in a list that goes round; null for other keys. */
export function nextIndex(key: string, at: number, count: number) {
	if (count === 0) return null;
	if (key === "ArrowDown") return (at + 1) % count;
	if (key === "ArrowUp") return (Math.max(at, 0) - 1 + count) % count;
	if (key === "Home") return 0;
	if (key === "End") return count - 1;
	return null;
}
