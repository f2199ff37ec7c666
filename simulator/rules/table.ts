import { richText } from "./rich-text.ts";
import {
	amount,
	flag,
	kinds,
	list,
	required,
	shape,
	text,
	typed,
	word,
} from "./vocabulary.ts";

/** Of both kinds of tables. */
export const cell = kinds(
	typed("raw_text", { text: required(text(12_000)) }),
	typed("raw_number", { value: required(amount), text: required(text(255)) }),
	richText,
);

export const table = typed("table", {
	block_id: text(255),
	rows: required(list(list(cell, 1, 20), 1, 100)),
	column_settings: list(
		shape("column_settings", {
			align: word("left", "center", "right"),
			is_wrapped: flag,
		}),
		1,
		20,
	),
});
