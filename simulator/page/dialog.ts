import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef } from "preact/hooks";
import { html } from "./html.ts";

const FIELDS = "input, textarea, select, [role=combobox]";

/**
 * A window over the page. What lies below is inert, so the focus stays inside;
 * Esc closes it, and the focus goes back to where it was.
 *
 * @param content what it holds, in short; when that changes and the focus was
 *   lost with it, the first field gets it
 * @param depth how many windows lie above this one; 0 is the top
 */
export function Dialog({
	title,
	className,
	depth,
	content,
	onEscape,
	children,
}: {
	title: string;
	className: string;
	depth: number;
	content: string;
	onEscape: () => void;
	children: ComponentChildren;
}): ComponentChildren {
	const titleId = useId();
	const box = useRef<HTMLDivElement>(null);
	const top = depth === 0;
	useFocusBack();
	useLayoutEffect(() => {
		const active = document.activeElement;
		const inside = active !== box.current && box.current?.contains(active);
		if (top && !inside) focusFirst(box.current);
	}, [top, content]);
	useEffect(() => {
		if (!top) return undefined;
		const onKey = (event: KeyboardEvent) => {
			if (event.key !== "Escape" || event.defaultPrevented) return;
			event.preventDefault();
			onEscape();
		};
		document.addEventListener("keydown", onKey);
		return () => document.removeEventListener("keydown", onKey);
	}, [top, onEscape]);
	return html`<div class="veil" data-depth=${depth} inert=${!top}>
		<div
			ref=${box}
			class="dialog ${className}"
			role="dialog"
			aria-modal="true"
			aria-labelledby=${titleId}
			tabindex="-1"
		>
			<h2 id=${titleId} class="dialog-title" dir="auto">${title}</h2>
			${children}
		</div>
	</div>`;
}

/** The field that asks for it, else the first one, else the window itself. */
function focusFirst(box: HTMLElement | null): void {
	const field =
		box?.querySelector<HTMLElement>("[data-autofocus]") ??
		box?.querySelector<HTMLElement>(FIELDS) ??
		box;
	field?.focus();
}

/** The element that had the focus gets it back, unless it is gone. */
function useFocusBack(): void {
	const before = useRef(document.activeElement);
	useEffect(
		() => () => {
			// The page below is inert until the render that removes us is done.
			queueMicrotask(() => {
				const { current } = before;
				if (current instanceof HTMLElement && current.isConnected)
					current.focus();
				else if (document.activeElement === document.body)
					document.querySelector<HTMLElement>("[data-fallback-focus]")?.focus();
			});
		},
		[],
	);
}
