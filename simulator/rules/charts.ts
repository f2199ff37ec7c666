import { isFields } from "./breaches.ts";
import { sentences as say } from "./sentences.ts";
import { cell } from "./table.ts";
import {
	amount,
	type Bond,
	type Fields,
	kinds,
	list,
	required,
	shape,
	text,
	typed,
	whole,
} from "./vocabulary.ts";

/** Blocks of numbers, which stand in messages only. */

const block_id = text(255);
const label = required(text(20));

const listOf = (value: unknown): Fields[] =>
	Array.isArray(value) ? value.filter(isFields) : [];

const aboveZero: Bond = {
	rule: "value above 0",
	holds: ({ value }) => Number(value) > 0,
	at: "value",
	says: say.tooLow(1),
};

const sameLabels = (data: unknown, categories: unknown): boolean =>
	JSON.stringify(listOf(data).map((point) => point.label)) ===
	JSON.stringify(categories);

/** In the axis' order as well: sources disagree whether it may be another. */
const everyCategory: Bond = {
	rule: "every series has the categories of the axis",
	holds: ({ series, axis_config }) =>
		listOf(series).every(
			({ data }) =>
				isFields(axis_config) && sameLabels(data, axis_config.categories),
		),
	at: "series",
	says: say.notAmong("categories"),
};

const pie = typed("pie", {
	segments: required(
		list(shape("segment", { label, value: required(amount) }, aboveZero), 1, 6),
	),
});

const axes = (type: string) =>
	typed(
		type,
		{
			series: required(
				list(
					shape("series", {
						name: label,
						data: required(
							list(
								shape("data_point", { label, value: required(amount) }),
								1,
								20,
							),
						),
					}),
					1,
					6,
				),
			),
			axis_config: required(
				shape("axis_config", {
					categories: required(list(text(20), 1, 20)),
					x_label: text(50),
					y_label: text(50),
				}),
			),
		},
		everyCategory,
	);

export const dataVisualization = typed("data_visualization", {
	block_id,
	title: required(text(50)),
	chart: required(kinds(pie, axes("bar"), axes("area"), axes("line"))),
});

const headsAreText: Bond = {
	rule: "the first row is of raw_text",
	holds: ({ rows }) =>
		Array.isArray(rows) &&
		listOf(rows[0]).every(({ type }) => type === "raw_text"),
	at: "rows/0",
	says: say.notA("raw_text in the first row"),
};

export const dataTable = typed(
	"data_table",
	{
		block_id,
		caption: required(text(255)),
		rows: required(list(list(cell, 1, 20), 1, 100)),
		page_size: whole(1, 100),
		row_header_column_index: whole(0, 19),
	},
	headsAreText,
);
