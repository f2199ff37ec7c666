import type { ComponentChildren } from "preact";
import { html } from "./html.ts";

/** Line drawings on a grid of 24, so that no image has to be loaded. */
const PATHS = {
	back: "M15 5l-7 7 7 7",
	check: "M5 12.5l4.5 4.5L19 7.5",
	chat: "M4 5h16v11H10l-5 4v-4H4z",
	close: "M6 6l12 12M18 6L6 18",
	down: "M6 9.5l6 6 6-6",
	eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5z",
	hash: "M9.5 4l-2 16M16.5 4l-2 16M4.5 9h16M3.5 15h16",
	file: "M7 3h7l4 4v14H7zM14 3v4h4",
	home: "M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z",
	lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
	link: "M8 16L18 6M10 6h8v8",
	more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
	people:
		"M9 11a3.5 3.5 0 100-7 3.5 3.5 0 000 7zM2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.5a3.5 3.5 0 010 6.5M18 14.5c2 .8 3.2 2.5 3.5 5.5",
	plus: "M12 5v14M5 12h14",
	send: "M4 12L20 4l-5 16-4-7z",
	traffic: "M7 4v15M3.5 15.5L7 19l3.5-3.5M17 20V5M13.5 8.5L17 5l3.5 3.5",
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the name of a control is always said in words. */
export function Icon({ name }: { name: IconName }): ComponentChildren {
	return html`<svg class="icon icon-${name}" viewBox="0 0 24 24" aria-hidden="true">
		<path d=${PATHS[name]} />
	</svg>`;
}

/** The app's own sign: two rings that overlap, a pair. */
export function PairMark(): ComponentChildren {
	return html`<svg class="pair-mark" viewBox="0 0 24 24" aria-hidden="true">
		<circle cx="9" cy="12" r="5.5" />
		<circle cx="15" cy="12" r="5.5" />
	</svg>`;
}
