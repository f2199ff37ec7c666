import type { ComponentChildren } from "preact";
import { html } from "../html.ts";
import { emojiIn } from "./emoji.ts";

/** Literal text: only the handful of emoji shortcodes is read. */
export function PlainText({ text }: { text: string }): ComponentChildren {
	return html`<span class="plain" dir="auto">${emojiIn(text)}</span>`;
}
