import fc from "fast-check";

/** What people type by accident, for fun, or to do harm. */
const fragments = [
	"<!channel>",
	"<!here|here>",
	"<!subteam^S1|team>",
	"<@U66EVIL>",
	"<@U66EVIL|ana>",
	"<#C66EVIL|secret>",
	"<https://evil.example|your pay slip>",
	"https://evil.example/?a=1&b=2",
	"mailto:a@evil.example",
	"@channel @everyone #general",
	"&lt;!channel&gt;",
	"&amp;lt;",
	"&",
	"<",
	">",
	">>> quoted",
	"*_~`code`~_*",
	"```\nblock\n```",
	"{{name}} {{query}} {{",
	"$t(matching:find.text)",
	"$& $1 $$ $`",
	"%s %d %",
	"\"quoted\" 'and' “curly”",
	"\\ \\u0000 \\n",
	"\u0000",
	"\u0007\u001b[31m\u007f\u0085",
	"\u202Egnp.exe\u202C",
	"\u2066\u2067\u2069\u200F\u061C",
	"مرحبا بالعالم",
	"שלום",
	"🙂👩‍👩‍👧‍👦🇵🇹👍🏽",
	"e\u0301\u0302\u0303",
	`Z${"\u0336\u0489\u035c".repeat(40)}`,
	"\ud83d",
	"\udc00",
	"\uFEFF\u200B\u2028\u2029",
	"line\nline\r\nline\rline\ttab",
	"=HYPERLINK(1)",
	"'; drop table person; --",
	"own:",
	"__proto__ constructor",
	'{"query":"","offset":0}',
	":smile: :tada:",
	"word",
	" ",
];

const anyCharacters = fc
	.array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 40 })
	.map((codes) => String.fromCodePoint(...codes));

const oddText = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: fc.constantFrom(...fragments) },
			{ weight: 1, arbitrary: anyCharacters },
		),
		{ minLength: 1, maxLength: 6 },
	)
	.map((parts) => parts.join(""));

const longText = fc
	.tuple(oddText, fc.integer({ min: 300, max: 3000 }))
	.map(([text, length]) => text.repeat(length).slice(0, length));

/** So many odd texts, a tenth of them long; the same for the same seed. */
export function oddTexts(count: number, seed: number): string[] {
	return fc.sample(
		fc.oneof(
			{ weight: 9, arbitrary: oddText },
			{ weight: 1, arbitrary: longText },
		),
		{ numRuns: count, seed },
	);
}
