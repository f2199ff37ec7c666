import { chars, flag, needed, whole, words } from "./case.ts";
import { listOf, object, oneOf } from "./compound.ts";
import * as look from "./looks.ts";
import {
	block,
	type Holder,
	inline,
	inRichText,
	inStyle,
	type Subject,
	type Subjects,
} from "./subject.ts";

const any = Number.POSITIVE_INFINITY;
const id = chars(255);
const style = object("style");

const runs = [
	"text",
	"link",
	"user",
	"usergroup",
	"channel",
	"team",
	"broadcast",
	"emoji",
	"date",
	"color",
];

const part = (
	type: string,
	needs: Subject["fields"],
	least: Record<string, unknown>,
	more: Subject["fields"] = {},
	held: Holder = inline,
): Subjects => ({
	[type]: {
		held,
		least: { type, ...least },
		fields: {
			...Object.fromEntries(
				Object.entries(needs).map(([name, of]) => [name, needed(of)]),
			),
			...more,
		},
	},
});

const list = (...names: string[]) => listOf(0, any, oneOf(...names));

export const richText: Subjects = {
	...part("text", { text: chars(any) }, { text: "Hello" }, { style }),
	...part(
		"link",
		{ url: chars(3000, look.url) },
		{ url: "https://example.com/" },
		{ text: chars(any), unsafe: flag, style },
	),
	...part("user", { user_id: id }, { user_id: "U1" }, { style }),
	...part("usergroup", { usergroup_id: id }, { usergroup_id: "S1" }, { style }),
	...part("channel", { channel_id: id }, { channel_id: "C1" }, { style }),
	...part("team", { team_id: id }, { team_id: "T1" }, { style }),
	...part(
		"broadcast",
		{ range: words("here", "channel", "everyone") },
		{ range: "here" },
		{ style },
	),
	...part(
		"emoji",
		{ name: chars(255) },
		{ name: "wave" },
		{ unicode: chars(255), url: chars(3000, look.webUrl), style },
	),
	...part(
		"date",
		{ timestamp: whole(0, any), format: chars(any) },
		{ timestamp: 0, format: "{date}" },
		{ url: chars(3000, look.url), fallback: chars(any), style },
	),
	...part(
		"color",
		{ value: chars(7, look.color) },
		{ value: "#000000" },
		{ style },
	),
	style: {
		held: inStyle,
		least: {},
		fields: {
			bold: flag,
			code: flag,
			italic: flag,
			strike: flag,
			underline: flag,
		},
	},
	...part(
		"rich_text_section",
		{ elements: list(...runs) },
		{ elements: [] },
		{},
		inRichText,
	),
	...part(
		"rich_text_list",
		{
			elements: listOf(1, any, oneOf("rich_text_section")),
			style: words("bullet", "ordered"),
		},
		{
			elements: [{ type: "rich_text_section", elements: [] }],
			style: "bullet",
		},
		{ indent: whole(0, 8), offset: whole(0, any), border: whole(0, 1) },
		inRichText,
	),
	...part(
		"rich_text_quote",
		{ elements: list(...runs) },
		{ elements: [] },
		{ border: whole(0, 1) },
		inRichText,
	),
	...part(
		"rich_text_preformatted",
		{ elements: list("text", "link") },
		{ elements: [] },
		{ border: whole(0, 1) },
		inRichText,
	),
	...part(
		"rich_text",
		{
			elements: listOf(
				1,
				any,
				oneOf(
					"rich_text_section",
					"rich_text_list",
					"rich_text_quote",
					"rich_text_preformatted",
				),
			),
		},
		{ elements: [{ type: "rich_text_section", elements: [] }] },
		{ block_id: id },
		block,
	),
};
