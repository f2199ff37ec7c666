import { emojiIn } from "./emoji.ts";

/** A run of text as the page shows it, whichever dialect it was written in. */
export type Inline =
	| { kind: "text"; text: string }
	| { kind: "bold" | "italic" | "strike"; children: Inline[] }
	| { kind: "code"; text: string }
	| { kind: "link"; url: string; text: string }
	| { kind: "user" | "channel"; id: string; label: string | null }
	| { kind: "broadcast"; range: string }
	| {
			kind: "date";
			seconds: number;
			format: string;
			url: string | null;
			fallback: string;
	  };

/** A paragraph-like part of a text, in the order of reading. */
export type Piece =
	| { kind: "lines"; children: Inline[] }
	| { kind: "quote"; children: Inline[] }
	| { kind: "pre"; text: string }
	| { kind: "heading"; level: number; children: Inline[] }
	| { kind: "list"; ordered: boolean; items: Inline[][] }
	| { kind: "rule" };

type Mark = { sign: string; kind: "bold" | "italic" | "strike" };

/** What tells Slack's mrkdwn and standard Markdown apart inside a line. */
export type Dialect = {
	/** Longer signs first, so that `**` is not taken for `*`. */
	marks: Mark[];
	/** A link, mention or date that starts here, and where it ends. */
	token(text: string, at: number): { node: Inline; end: number } | null;
	/** The plain text behind the escapes. */
	decode(text: string): string;
};

const WORD = /[\p{L}\p{N}]/u;
const URL_HERE = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)'*_~]/y;

/**
 * Reads one stretch of text. A sign opens a style only before a non-space and
 * not inside a word, and closes it on the same line, as Slack does it.
 */
export function parseInline(text: string, dialect: Dialect): Inline[] {
	const nodes: Inline[] = [];
	let plain = "";
	const flush = () => {
		if (plain) nodes.push({ kind: "text", text: textOf(plain, dialect) });
		plain = "";
	};
	let at = 0;
	while (at < text.length) {
		const found =
			codeAt(text, at, dialect) ??
			dialect.token(text, at) ??
			urlAt(text, at, dialect) ??
			styledAt(text, at, dialect);
		if (found) {
			flush();
			nodes.push(found.node);
			at = found.end;
		} else {
			plain += text[at];
			at += 1;
		}
	}
	flush();
	return nodes;
}

function textOf(plain: string, dialect: Dialect): string {
	return emojiIn(dialect.decode(plain));
}

function codeAt(text: string, at: number, dialect: Dialect) {
	if (text[at] !== "`") return null;
	const close = closing(text, at + 1, "`");
	if (close <= at + 1) return null;
	const code = dialect.decode(text.slice(at + 1, close));
	return { node: { kind: "code" as const, text: code }, end: close + 1 };
}

function urlAt(text: string, at: number, dialect: Dialect) {
	if (WORD.test(text[at - 1] ?? "")) return null;
	URL_HERE.lastIndex = at;
	const raw = URL_HERE.exec(text)?.[0];
	if (!raw) return null;
	const url = dialect.decode(raw);
	return {
		node: { kind: "link" as const, url, text: url },
		end: at + raw.length,
	};
}

function styledAt(text: string, at: number, dialect: Dialect) {
	const mark = dialect.marks.find(({ sign }) => text.startsWith(sign, at));
	if (!mark || WORD.test(text[at - 1] ?? "")) return null;
	const start = at + mark.sign.length;
	if (/^(\s|$)/.test(text.slice(start, start + 1))) return null;
	if (text.startsWith(mark.sign[0] ?? "", start)) return null;
	const close = closingMark(text, start, mark.sign, dialect);
	if (close < 0) return null;
	const children = parseInline(text.slice(start, close), dialect);
	return {
		node: { kind: mark.kind, children },
		end: close + mark.sign.length,
	};
}

/** Where the style ends, stepping over code and tokens; -1 when it does not. */
function closingMark(
	text: string,
	start: number,
	sign: string,
	dialect: Dialect,
): number {
	let at = start;
	while (at < text.length && text[at] !== "\n") {
		const skipped = codeAt(text, at, dialect) ?? dialect.token(text, at);
		if (skipped) {
			at = skipped.end;
			continue;
		}
		const after = text[at + sign.length] ?? "";
		const closes =
			text.startsWith(sign, at) &&
			at > start &&
			!/\s/.test(text[at - 1] ?? "") &&
			!WORD.test(after) &&
			after !== sign[0];
		if (closes) return at;
		at += 1;
	}
	return -1;
}

function closing(text: string, from: number, sign: string): number {
	const close = text.indexOf(sign, from);
	const line = text.indexOf("\n", from);
	return line >= 0 && line < close ? -1 : close;
}
