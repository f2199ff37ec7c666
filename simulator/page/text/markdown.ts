import {
	type Dialect,
	type Inline,
	type Piece,
	parseInline,
} from "./inline.ts";

const DIALECT: Dialect = {
	marks: [
		{ sign: "**", kind: "bold" },
		{ sign: "__", kind: "bold" },
		{ sign: "~~", kind: "strike" },
		{ sign: "*", kind: "italic" },
		{ sign: "_", kind: "italic" },
	],
	token: tokenAt,
	decode: (text) => text,
};

const LIST = /^\s*(?:[-*+]|(\d+)[.)])\s+(.*)$/;

/** Reads the part of standard Markdown that Slack's markdown block shows. */
export function parseMarkdown(text: string): Piece[] {
	const pieces: Piece[] = [];
	const lines = text.split("\n");
	let at = 0;
	/** Takes the lines from here on for which `take` has something. */
	const gather = <T>(take: (line: string) => T | null): T[] => {
		const taken: T[] = [];
		while (at < lines.length) {
			const one = take(lines[at] ?? "");
			if (one === null) break;
			taken.push(one);
			at += 1;
		}
		return taken;
	};
	while (at < lines.length) {
		const line = lines[at] ?? "";
		const heading = /^(#{1,6})\s+(.*)$/.exec(line);
		const item = LIST.exec(line);
		if (line.trim() === "") at += 1;
		else if (line.startsWith("```")) {
			at += 1;
			const code = gather((next) => (next.startsWith("```") ? null : next));
			at += 1;
			pieces.push({ kind: "pre", text: code.join("\n") });
		} else if (heading) {
			at += 1;
			const level = heading[1]?.length ?? 1;
			const children = parseInline(heading[2] ?? "", DIALECT);
			pieces.push({ kind: "heading", level, children });
		} else if (/^\s*([-*_])(\s*\1){2,}\s*$/.test(line)) {
			at += 1;
			pieces.push({ kind: "rule" });
		} else if (item) {
			const ordered = item[1] !== undefined;
			const items = gather((next) => itemOf(next, ordered));
			pieces.push({ kind: "list", ordered, items });
		} else if (line.startsWith(">")) {
			const quoted = gather((next) => /^>\s?(.*)$/.exec(next)?.[1] ?? null);
			const children = parseInline(quoted.join("\n"), DIALECT);
			pieces.push({ kind: "quote", children });
		} else {
			const plain = gather((next) => (startsPiece(next) ? null : next));
			const children = parseInline(plain.join("\n"), DIALECT);
			pieces.push({ kind: "lines", children });
		}
	}
	return pieces;
}

function itemOf(line: string, ordered: boolean): Inline[] | null {
	const item = LIST.exec(line);
	if (!item || (item[1] !== undefined) !== ordered) return null;
	return parseInline(item[2] ?? "", DIALECT);
}

function startsPiece(line: string): boolean {
	return /^(#{1,6}\s|```|>|\s*$)/.test(line) || LIST.test(line);
}

function tokenAt(text: string, at: number) {
	if (text[at] === "\\" && /[\\`*_~[\]()#>+.!-]/.test(text[at + 1] ?? "")) {
		const node: Inline = { kind: "text", text: text[at + 1] ?? "" };
		return { node, end: at + 2 };
	}
	const link = /^\[([^\]\n]+)\]\((https?:\/\/[^)\s]+|mailto:[^)\s]+)\)/.exec(
		text[at] === "[" ? text.slice(at) : "",
	);
	if (!link) return null;
	const node: Inline = {
		kind: "link",
		url: link[2] ?? "",
		text: link[1] ?? "",
	};
	return { node, end: at + link[0].length };
}
