import * as format from "./formats.ts";
import {
	flag,
	kinds,
	list,
	required,
	shape,
	text,
	typed,
	whole,
	word,
} from "./vocabulary.ts";

/** Rich text; no count of its parts is documented. */

const any = Number.POSITIVE_INFINITY;
const id = text(255);

const style = shape("style", {
	bold: flag,
	code: flag,
	italic: flag,
	strike: flag,
	underline: flag,
});

const run = typed("text", { text: required(text(any)), style });

const link = typed("link", {
	url: required(text(3000, format.url)),
	text: text(any),
	unsafe: flag,
	style,
});

const inline = [
	run,
	link,
	typed("user", { user_id: required(id), style }),
	typed("usergroup", { usergroup_id: required(id), style }),
	typed("channel", { channel_id: required(id), style }),
	typed("team", { team_id: required(id), style }),
	typed("broadcast", {
		range: required(word("here", "channel", "everyone")),
		style,
	}),
	typed("emoji", {
		name: required(text(255)),
		unicode: text(255),
		url: text(3000, format.webUrl),
		style,
	}),
	typed("date", {
		timestamp: required(whole(0, any)),
		format: required(text(any)),
		url: text(3000, format.url),
		fallback: text(any),
		style,
	}),
	typed("color", { value: required(text(7, format.hexColor)), style }),
];

const border = whole(0, 1);

const section = typed("rich_text_section", {
	elements: required(list(kinds(...inline), 0, any)),
});

export const richText = typed("rich_text", {
	block_id: id,
	elements: required(
		list(
			kinds(
				section,
				typed("rich_text_list", {
					elements: required(list(kinds(section), 1, any)),
					style: required(word("bullet", "ordered")),
					indent: whole(0, 8),
					offset: whole(0, any),
					border,
				}),
				typed("rich_text_quote", {
					elements: required(list(kinds(...inline), 0, any)),
					border,
				}),
				typed("rich_text_preformatted", {
					elements: required(list(kinds(run, link), 0, any)),
					border,
				}),
			),
			1,
			any,
		),
	),
});
