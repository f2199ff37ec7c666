import { type ComponentChildren, h } from "preact";
import { html } from "../html.ts";
import { safeUrl } from "../kit.ts";
import { formatSlackDate } from "./slack-date.ts";

export function Link({
	url,
	children,
}: {
	url: string;
	children: ComponentChildren;
}): ComponentChildren {
	const safe = safeUrl(url);
	if (!safe) return children;
	return html`<a href=${safe} target="_blank" rel="noopener noreferrer" dir="auto"
		>${children}</a
	>`;
}

/** A moment in the reader's own zone; the fallback shows on hovering. */
export function SlackDate({
	seconds,
	format,
	url,
	fallback,
}: {
	seconds: number;
	format: string;
	url: string | null;
	fallback: string;
}): ComponentChildren {
	const text = formatSlackDate(seconds, format, { now: new Date() });
	const iso = new Date(seconds * 1000).toISOString();
	const time = html`<time datetime=${iso} title=${fallback || iso}
		>${text}</time
	>`;
	return url ? h(Link, { url, children: time }) : time;
}
