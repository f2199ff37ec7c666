import { amount, chars, flag, needed, words } from "./case.ts";
import { listOf, object, oneOf } from "./compound.ts";
import { block, inCell, inColumns, type Subjects } from "./subject.ts";

export const table: Subjects = {
	table: {
		held: block,
		least: { type: "table", rows: [[{ type: "raw_text", text: "1" }]] },
		fields: {
			block_id: chars(255),
			rows: needed(
				listOf(
					1,
					100,
					listOf(1, 20, oneOf("raw_text", "raw_number", "rich_text")),
				),
			),
			column_settings: listOf(1, 20, object("column_settings")),
		},
	},
	raw_text: {
		held: inCell,
		least: { type: "raw_text", text: "1" },
		fields: { text: needed(chars(12_000)) },
	},
	raw_number: {
		held: inCell,
		least: { type: "raw_number", value: 1, text: "1" },
		fields: { value: needed(amount), text: needed(chars(255)) },
	},
	column_settings: {
		held: inColumns,
		least: {},
		fields: { align: words("left", "center", "right"), is_wrapped: flag },
	},
};
