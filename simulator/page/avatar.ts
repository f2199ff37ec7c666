import { type ComponentChildren, h } from "preact";
import type { Person } from "../surface.ts";
import { html } from "./html.ts";
import { PairMark } from "./icon.ts";

const HUES = 9;

/** A person as initials on a colour of their own, the app as its sign. */
export function Avatar({
	person,
}: {
	person: Pick<Person, "id" | "name" | "isBot">;
}): ComponentChildren {
	if (person.isBot)
		return html`<span class="avatar avatar-app" aria-hidden="true">
			${h(PairMark, {})}
		</span>`;
	return html`<span
		class="avatar"
		data-hue=${hueOf(person.id)}
		aria-hidden="true"
		>${initials(person.name)}</span
	>`;
}

function initials(name: string): string {
	const words = name.split(/\s+/).filter(Boolean);
	const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
	return ends
		.map((word) => [...(word ?? "")][0] ?? "")
		.join("")
		.toUpperCase();
}

function hueOf(id: string): number {
	let sum = 0;
	for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
	return sum % HUES;
}
