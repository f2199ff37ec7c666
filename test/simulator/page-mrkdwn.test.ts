import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Inline, Piece } from "../../simulator/page/text/inline.ts";
import { parseMrkdwn } from "../../simulator/page/text/mrkdwn.ts";

const text = (words: string): Inline => ({ kind: "text", text: words });
const lines = (...children: Inline[]): Piece => ({ kind: "lines", children });

/** The runs of a text that is one stretch of lines. */
function runs(source: string): Inline[] {
	const [piece, ...rest] = parseMrkdwn(source);
	expect(rest).toEqual([]);
	return piece?.kind === "lines" ? piece.children : [];
}

/** Everything a reader would see, without its style. */
function visible(pieces: Piece[]): string {
	const ofInline = (node: Inline): string => {
		if ("children" in node) return node.children.map(ofInline).join("");
		return "text" in node ? node.text : JSON.stringify(node);
	};
	return pieces
		.map((piece) =>
			"children" in piece
				? piece.children.map(ofInline).join("")
				: "text" in piece
					? piece.text
					: "",
		)
		.join("\n");
}

describe("styles", () => {
	test.each([
		["*bold*", "bold"],
		["_italic_", "italic"],
		["~struck~", "strike"],
	])("%s", (source, kind) => {
		expect(runs(source)).toEqual([
			{ kind, children: [text(source.slice(1, -1))] },
		]);
	});

	test("styles lie inside one another", () => {
		expect(runs("*so _very_ bold*")).toEqual([
			{
				kind: "bold",
				children: [
					text("so "),
					{ kind: "italic", children: [text("very")] },
					text(" bold"),
				],
			},
		]);
	});

	test.each([
		"snake_case_name",
		"2*3*4",
		"* not bold*",
		"*not bold *",
		"*not\nbold*",
		"**",
		"a ~ b ~ c",
	])("%j stays as typed", (source) => {
		expect(runs(source)).toEqual([text(source)]);
	});

	test("code is literal", () => {
		expect(runs("run `*x* &lt;y&gt;` now")).toEqual([
			text("run "),
			{ kind: "code", text: "*x* <y>" },
			text(" now"),
		]);
	});
});

describe("blocks of lines", () => {
	test("preformatted text between lines", () => {
		expect(parseMrkdwn("before\n```\na *b*\n```\nafter")).toEqual([
			lines(text("before")),
			{ kind: "pre", text: "a *b*" },
			lines(text("after")),
		]);
	});

	test("a fence that is not closed is text", () => {
		expect(visible(parseMrkdwn("so ```open"))).toContain("```open");
	});

	test("quotes, also escaped, and the rest of a text", () => {
		expect(parseMrkdwn("> one\n&gt; two\nthree")).toEqual([
			{ kind: "quote", children: [text("one\ntwo")] },
			lines(text("three")),
		]);
		expect(parseMrkdwn(">>>one\ntwo")).toEqual([
			{ kind: "quote", children: [text("one\ntwo")] },
		]);
	});

	test("lists stay as typed", () => {
		expect(runs("• one\n• two")).toEqual([text("• one\n• two")]);
	});
});

describe("tokens", () => {
	test.each<[string, Inline]>([
		["<@U12>", { kind: "user", id: "U12", label: null }],
		["<@U12|ana>", { kind: "user", id: "U12", label: "ana" }],
		["<#C12|general>", { kind: "channel", id: "C12", label: "general" }],
		["<!channel>", { kind: "broadcast", range: "channel" }],
		["<!here>", { kind: "broadcast", range: "here" }],
		["<!subteam^S1|@hr>", { kind: "broadcast", range: "hr" }],
		[
			"<https://a.example/?x=1&amp;y=2|the guide>",
			{ kind: "link", url: "https://a.example/?x=1&y=2", text: "the guide" },
		],
		[
			"<mailto:a@b.example>",
			{ kind: "link", url: "mailto:a@b.example", text: "a@b.example" },
		],
		[
			"<!date^1777971600^{date} at {time}|5 May>",
			{
				kind: "date",
				seconds: 1777971600,
				format: "{date} at {time}",
				url: null,
				fallback: "5 May",
			},
		],
	])("%s", (source, node) => {
		expect(runs(source)).toEqual([node]);
	});

	test("a bare address becomes a link and leaves the full stop", () => {
		expect(runs("see https://a.example/b.")).toEqual([
			text("see "),
			{ kind: "link", url: "https://a.example/b", text: "https://a.example/b" },
			text("."),
		]);
	});

	test.each(["<script>", "<javascript:alert(1)|x>", "a < b", "<>"])(
		"%j is shown as it stands",
		(source) => {
			expect(runs(source)).toEqual([text(source)]);
		},
	);

	test("what people typed stays dead", () => {
		expect(runs("&lt;!channel&gt; &amp;lt; &copy;")).toEqual([
			text("<!channel> &lt; &copy;"),
		]);
	});

	test("a handful of emoji, the others as text", () => {
		expect(runs(":wave: :bowtie: 10:30:00")).toEqual([
			text("👋 :bowtie: 10:30:00"),
		]);
	});
});

test("no letter is ever lost", () => {
	const words = fc
		.array(fc.constantFrom("a", "b ", "*", "_", "~", "`", "\n", "<", ">", "é"))
		.map((parts) => parts.join(""));
	fc.assert(
		fc.property(words, (source) => {
			const letters = (all: string) => all.replace(/[^abé]/g, "");
			expect(letters(visible(parseMrkdwn(source)))).toBe(letters(source));
		}),
	);
});
