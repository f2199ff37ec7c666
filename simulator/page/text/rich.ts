import type { TextObject as SlackText } from "@slack/types";
import { type ComponentChildren, h } from "preact";
import { useMemo } from "preact/hooks";
import { usePage } from "../context.ts";
import { html } from "../html.ts";
import type { Inline, Piece } from "./inline.ts";
import { Link, SlackDate } from "./inline-parts.ts";
import { parseMarkdown } from "./markdown.ts";
import { parseMrkdwn } from "./mrkdwn.ts";
import { PlainText } from "./plain.ts";

/** A text object of Block Kit, whichever of the two kinds it is. */
export function TextObject({
	text,
	inline = false,
}: {
	text: SlackText;
	/** Inside a label, where only phrases may stand. */
	inline?: boolean;
}): ComponentChildren {
	if (text.type === "plain_text") return h(PlainText, { text: text.text });
	return h(Mrkdwn, { text: text.text, inline });
}

export function Mrkdwn({
	text,
	inline = false,
}: {
	text: string;
	inline?: boolean;
}): ComponentChildren {
	const pieces = useMemo(() => parseMrkdwn(text), [text]);
	return h(Pieces, { pieces, inline });
}

export function Markdown({ text }: { text: string }): ComponentChildren {
	const pieces = useMemo(() => parseMarkdown(text), [text]);
	return h(Pieces, { pieces, inline: false });
}

function Pieces({
	pieces,
	inline,
}: {
	pieces: Piece[];
	inline: boolean;
}): ComponentChildren {
	const tag = inline ? "span" : "div";
	return html`<${tag} class="rich">
		${pieces.map((piece) => h(PieceView, { piece, inline }))}
	<//>`;
}

function PieceView({
	piece,
	inline,
}: {
	piece: Piece;
	inline: boolean;
}): ComponentChildren {
	switch (piece.kind) {
		case "pre":
			return html`<pre dir="auto">${piece.text}</pre>`;
		case "quote":
			return html`<blockquote dir="auto">${inlines(piece.children)}</blockquote>`;
		case "heading":
			return html`<div
				class="heading"
				role="heading"
				aria-level=${Math.min(piece.level + 2, 6)}
				dir="auto"
			>
				${inlines(piece.children)}
			</div>`;
		case "list":
			return html`<${piece.ordered ? "ol" : "ul"}>
				${piece.items.map((item) => html`<li dir="auto">${inlines(item)}</li>`)}
			<//>`;
		case "rule":
			return html`<hr />`;
		case "lines":
			return html`<${inline ? "span" : "p"} dir="auto">
				${inlines(piece.children)}
			<//>`;
	}
}

export function inlines(nodes: Inline[]): ComponentChildren {
	return nodes.map((node) => h(InlineView, { node }));
}

function InlineView({ node }: { node: Inline }): ComponentChildren {
	const { people, conversations } = usePage().session.surface;
	switch (node.kind) {
		case "text":
			return node.text;
		case "bold":
			return html`<strong>${inlines(node.children)}</strong>`;
		case "italic":
			return html`<em>${inlines(node.children)}</em>`;
		case "strike":
			return html`<s>${inlines(node.children)}</s>`;
		case "code":
			return html`<code>${node.text}</code>`;
		case "link":
			return h(Link, { url: node.url, children: node.text });
		case "user": {
			const person = people.find(({ id }) => id === node.id);
			const name = person?.name ?? node.label ?? node.id;
			return html`<bdi class="mention">@${name}</bdi>`;
		}
		case "channel": {
			const found = conversations.find(({ id }) => id === node.id);
			const name = (found?.name ?? node.label ?? node.id).replace(/^#/, "");
			return html`<bdi class="mention">#${name}</bdi>`;
		}
		case "broadcast":
			return html`<mark class="broadcast">@${node.range}</mark>`;
		case "date":
			return h(SlackDate, node);
	}
}
