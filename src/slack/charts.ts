import type { DataTableBlock, KnownBlock } from "@slack/types";
import { cut, cutApart } from "./mrkdwn.ts";

/** Blocks of numbers. Where Slack refuses them, a message has `plainer` ones. */

export type Point = { label: string; value: number };
export type Series = { name: string; points: Point[] };
export type BarChart = {
	title: string;
	/** What stands along the bottom, and beside the bars. */
	axes: { x: string; y: string };
	/** Each with the same labels in the same order. */
	series: Series[];
};

const longestLabel = 20;
export const mostPoints = 20;
/** With the row of headings. */
export const mostTableRows = 100;

/** Slack's types do not know charts yet, so what is made here is said to be one. */
export function barChart({ title, axes, series }: BarChart): KnownBlock {
	const [first] = series;
	const labels = first?.points.map(({ label }) => label) ?? [];
	const categories = cutApart(labels, longestLabel);
	const block = {
		type: "data_visualization",
		title: cut(title, 50),
		chart: {
			type: "bar",
			series: series.map(({ name, points }) => ({
				name: cut(name, longestLabel),
				data: points.map(({ value }, at) => ({
					label: categories[at],
					value,
				})),
			})),
			axis_config: {
				categories,
				x_label: cut(axes.x, 50),
				y_label: cut(axes.y, 50),
			},
		},
	};
	return block as unknown as KnownBlock;
}

/** A number, or words where there is none to show. */
export type Cell = string | number;

/** The first row is the headings, and the first column names each row. */
export function dataTable(caption: string, rows: Cell[][]): DataTableBlock {
	return {
		type: "data_table",
		caption: cut(caption, 150),
		rows: rows
			.slice(0, mostTableRows)
			.map((cells) =>
				cells.map((cell) =>
					typeof cell === "number"
						? { type: "raw_number", value: cell, text: String(cell) }
						: { type: "raw_text", text: cut(cell, 100) },
				),
			),
	};
}
