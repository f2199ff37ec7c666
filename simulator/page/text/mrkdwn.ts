import {
	type Dialect,
	type Inline,
	type Piece,
	parseInline,
} from "./inline.ts";

const DIALECT: Dialect = {
	marks: [
		{ sign: "*", kind: "bold" },
		{ sign: "_", kind: "italic" },
		{ sign: "~", kind: "strike" },
	],
	token: angleAt,
	decode,
};

/**
 * Reads Slack's mrkdwn. Lists stay as typed, since mrkdwn has none; whatever
 * is not understood is shown as it stands, so that nothing is hidden.
 */
export function parseMrkdwn(text: string): Piece[] {
	return text.split("```").flatMap((part, index, parts): Piece[] => {
		const fenced = index % 2 === 1;
		if (fenced && index < parts.length - 1)
			return [{ kind: "pre", text: decode(part.replace(/^\n|\n$/g, "")) }];
		return linesOf(fenced ? `\`\`\`${part}` : trimAround(part, index, parts));
	});
}

/** The newline next to a block of code belongs to the block. */
function trimAround(part: string, index: number, parts: string[]): string {
	const after = index > 0 ? part.replace(/^\n/, "") : part;
	return index < parts.length - 2 ? after.replace(/\n$/, "") : after;
}

function linesOf(text: string): Piece[] {
	const pieces: Piece[] = [];
	for (const run of runsOf(text)) {
		const children = parseInline(run.lines.join("\n"), DIALECT);
		if (children.length > 0)
			pieces.push({ kind: run.quoted ? "quote" : "lines", children });
	}
	return pieces;
}

/** Neighbouring lines that are quoted, or not, belong together. */
function runsOf(text: string): { quoted: boolean; lines: string[] }[] {
	const runs: { quoted: boolean; lines: string[] }[] = [];
	let toTheEnd = false;
	for (const line of text.split("\n")) {
		const sign = /^(?:>>>|&gt;&gt;&gt;|>|&gt;) ?/.exec(line)?.[0] ?? "";
		const quoted = toTheEnd || sign !== "";
		const bare = toTheEnd ? line : line.slice(sign.length);
		if (/^(>>>|&gt;&gt;&gt;)/.test(sign)) toTheEnd = true;
		const last = runs.at(-1);
		if (last?.quoted === quoted) last.lines.push(bare);
		else runs.push({ quoted, lines: [bare] });
	}
	return runs;
}

/** Undoes the three escapes of Slack, once: `&amp;lt;` reads `&lt;`. */
function decode(text: string): string {
	const plain: Record<string, string> = { lt: "<", gt: ">", amp: "&" };
	return text.replace(/&(lt|gt|amp);/g, (all, name) => plain[name] ?? all);
}

function angleAt(text: string, at: number) {
	if (text[at] !== "<") return null;
	const end = text.indexOf(">", at);
	if (end < 0) return null;
	const node = angleNode(text.slice(at + 1, end));
	return node && { node, end: end + 1 };
}

function angleNode(inside: string): Inline | null {
	const bar = inside.indexOf("|");
	const target = bar < 0 ? inside : inside.slice(0, bar);
	const label = bar < 0 ? null : decode(inside.slice(bar + 1));
	if (/^@[UW][A-Z0-9]+$/.test(target))
		return { kind: "user", id: target.slice(1), label };
	if (/^#[CGD][A-Z0-9]+$/.test(target))
		return { kind: "channel", id: target.slice(1), label };
	if (/^!(channel|here|everyone)$/.test(target))
		return { kind: "broadcast", range: target.slice(1) };
	if (target.startsWith("!subteam^"))
		return { kind: "broadcast", range: label?.replace(/^@/, "") ?? "group" };
	if (target.startsWith("!date^")) return dateNode(target, label);
	if (/^(https?:\/\/|mailto:)/.test(target)) {
		const url = decode(target);
		return { kind: "link", url, text: label || url.replace(/^mailto:/, "") };
	}
	return null;
}

function dateNode(target: string, label: string | null): Inline {
	const [, seconds = "", format = "", url = null] = target.split("^");
	const fallback = label ?? "";
	if (!/^\d{1,10}$/.test(seconds)) return { kind: "text", text: fallback };
	return { kind: "date", seconds: Number(seconds), format, url, fallback };
}
