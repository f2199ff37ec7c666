import type {
	RichTextBlock,
	RichTextBlockElement,
	RichTextElement,
	RichTextList,
} from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { html } from "../html.ts";
import { emojiIn } from "../text/emoji.ts";
import type { Inline } from "../text/inline.ts";
import { inlines } from "../text/rich.ts";
import { Unknown } from "../unknown.ts";

export function RichText({
	block,
}: {
	block: Pick<RichTextBlock, "elements">;
}): ComponentChildren {
	return html`<div class="rich">
		${block.elements.map((element) => h(Part, { element }))}
	</div>`;
}

function Part({
	element,
}: {
	element: RichTextBlockElement;
}): ComponentChildren {
	switch (element.type) {
		case "rich_text_section":
			return html`<p dir="auto">${line(element.elements)}</p>`;
		case "rich_text_quote":
			return html`<blockquote dir="auto">${line(element.elements)}</blockquote>`;
		case "rich_text_preformatted":
			return html`<pre dir="auto">${line(element.elements)}</pre>`;
		case "rich_text_list":
			return h(List, { list: element });
		default:
			return h(Unknown, { what: "element", value: element });
	}
}

function List({ list }: { list: RichTextList }): ComponentChildren {
	const indent = `margin-inline-start: ${(list.indent ?? 0) * 1.5}rem`;
	return html`<${list.style === "ordered" ? "ol" : "ul"} style=${indent}>
		${list.elements.map(
			(item) => html`<li dir="auto">${line(item.elements)}</li>`,
		)}
	<//>`;
}

function line(elements: RichTextElement[]): ComponentChildren {
	return inlines(elements.map(asInline));
}

/** The same runs as in mrkdwn, with the styles laid around the text. */
function asInline(element: RichTextElement): Inline {
	const style = element.style ?? {};
	if (element.type === "text" && style.code)
		return { kind: "code", text: element.text };
	let node = bare(element);
	if (style.bold) node = { kind: "bold", children: [node] };
	if (style.italic) node = { kind: "italic", children: [node] };
	if (style.strike) node = { kind: "strike", children: [node] };
	return node;
}

function bare(element: RichTextElement): Inline {
	switch (element.type) {
		case "text":
			return { kind: "text", text: element.text };
		case "link":
			return {
				kind: "link",
				url: element.url,
				text: element.text ?? element.url,
			};
		case "user":
			return { kind: "user", id: element.user_id, label: null };
		case "channel":
			return { kind: "channel", id: element.channel_id, label: null };
		case "broadcast":
			return { kind: "broadcast", range: element.range };
		case "usergroup":
			return { kind: "broadcast", range: element.usergroup_id };
		case "emoji":
			return { kind: "text", text: emojiIn(`:${element.name}:`) };
		case "date":
			return {
				kind: "date",
				seconds: element.timestamp,
				format: element.format,
				url: element.url ?? null,
				fallback: element.fallback ?? "",
			};
		case "color":
			return { kind: "text", text: element.value };
		case "team":
			return { kind: "text", text: element.team_id };
	}
}
