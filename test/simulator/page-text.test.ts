import { describe, expect, test } from "@jest/globals";
import { parseMarkdown } from "../../simulator/page/text/markdown.ts";
import { formatSlackDate } from "../../simulator/page/text/slack-date.ts";

describe("Slack's dates", () => {
	const reader = {
		now: new Date("2026-05-04T12:00:00Z"),
		zone: "Europe/Lisbon",
		locale: "en-GB",
	};
	const at = (iso: string) => Date.parse(iso) / 1000;
	const shown = (iso: string, format: string) =>
		formatSlackDate(at(iso), format, reader);

	test.each([
		[
			"2026-05-04T23:30:00Z",
			"{date_short_pretty} at {time}",
			"tomorrow at 00:30",
		],
		["2026-05-04T06:00:00Z", "{date_pretty}", "today"],
		["2026-05-03T06:00:00Z", "{date_long_pretty}", "yesterday"],
		["2026-05-08T06:00:00Z", "{date_short_pretty}", "8 May"],
		["2027-05-08T06:00:00Z", "{date_short}", "8 May 2027"],
		["2026-05-08T06:00:00Z", "{date_long}", "Friday 8 May"],
		["2026-05-08T06:00:00Z", "by {date}", "by 8 May"],
		["2026-12-01T23:59:00Z", "{date_num}", "2026-12-01"],
		["2026-05-08T06:07:08Z", "{time_secs}", "07:07:08"],
		["2026-05-04T09:00:00Z", "{ago}", "3 hours ago"],
		["2026-05-04T09:00:00Z", "{unknown}", "{unknown}"],
	])("%s as %s", (iso, format, text) => {
		expect(shown(iso, format)).toBe(text);
	});
});

describe("Markdown", () => {
	test("the pieces Slack's block shows", () => {
		const source = [
			"## Agenda",
			"1. The **why**",
			"2. *One* thing",
			"- loose",
			"> kept short",
			"",
			"```ts",
			"**x**",
			"```",
			"---",
			"See [the guide](https://a.example), \\*not so\\*.",
		].join("\n");
		expect(parseMarkdown(source)).toEqual([
			{
				kind: "heading",
				level: 2,
				children: [{ kind: "text", text: "Agenda" }],
			},
			{
				kind: "list",
				ordered: true,
				items: [
					[
						{ kind: "text", text: "The " },
						{ kind: "bold", children: [{ kind: "text", text: "why" }] },
					],
					[
						{ kind: "italic", children: [{ kind: "text", text: "One" }] },
						{ kind: "text", text: " thing" },
					],
				],
			},
			{
				kind: "list",
				ordered: false,
				items: [[{ kind: "text", text: "loose" }]],
			},
			{ kind: "quote", children: [{ kind: "text", text: "kept short" }] },
			{ kind: "pre", text: "**x**" },
			{ kind: "rule" },
			{
				kind: "lines",
				children: [
					{ kind: "text", text: "See " },
					{ kind: "link", url: "https://a.example", text: "the guide" },
					{ kind: "text", text: ", " },
					{ kind: "text", text: "*" },
					{ kind: "text", text: "not so" },
					{ kind: "text", text: "*" },
					{ kind: "text", text: "." },
				],
			},
		]);
	});
});
