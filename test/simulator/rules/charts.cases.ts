import type { Fields } from "../../../simulator/rules/vocabulary.ts";
import { amount, chars, needed, whole } from "./case.ts";
import { listOf, object, oneOf } from "./compound.ts";
import { block, type Holder, type Subjects } from "./subject.ts";

const point = { label: "x", value: 1 };

const bar = (data: unknown, categories: unknown, name = "People") => ({
	type: "bar",
	series: [{ name, data }],
	axis_config: { categories },
});

const chartOf = (chart: unknown) => ({
	type: "data_visualization",
	title: "Chart",
	chart,
});

/** Inside a chart that is right otherwise. */
const inChart =
	(at: string, wrap: (value: Fields) => unknown): Holder =>
	(value) => {
		const held = block(chartOf(wrap(value as Fields)));
		return { ...held, at: `${held.at}/chart${at}` };
	};

const isLabel = (label: unknown): label is string =>
	typeof label === "string" && label.length > 0 && label.length <= 20;

/** The labels, as far as they are some: what is wrong is said once. */
const labelsOf = (data: unknown): string[] => {
	const points: Fields[] = Array.isArray(data) ? data.slice(0, 20) : [];
	const labels = points.map(({ label }) => (isLabel(label) ? label : "x"));
	return labels.length > 0 ? labels : ["x"];
};

const axes: Subjects[string] = {
	held: inChart("", (chart) => chart),
	least: bar([point], ["x"]),
	fields: {
		series: needed(listOf(1, 6, object("series"))),
		axis_config: needed(object("axis_config")),
	},
	bonds: {
		"every series has the categories of the axis": {
			good: [
				bar([point, { label: "y", value: 0 }], ["x", "y"]),
				bar([{ label: "z", value: -1 }], ["z"]),
			].map(({ type: _, ...given }) => given),
			bad: [
				bar([point], ["x", "y"]),
				bar([point], ["y"]),
				bar([{ label: "y", value: 1 }, point], ["x", "y"]),
			].map(({ type: _, ...given }) => ({
				given,
				says: "must match one of the `categories`",
				at: "/series",
			})),
		},
	},
};

const text = { type: "raw_text", text: "1" };
const number = { type: "raw_number", value: 1, text: "1" };

export const charts: Subjects = {
	data_visualization: {
		held: block,
		least: chartOf(bar([point], ["x"])),
		fields: {
			block_id: chars(255),
			title: needed(chars(50)),
			chart: needed(oneOf("pie", "bar", "area", "line")),
		},
	},
	pie: {
		held: inChart("", (chart) => chart),
		least: { type: "pie", segments: [point] },
		fields: { segments: needed(listOf(1, 6, object("segment"))) },
	},
	segment: {
		held: inChart("/segments/0", (segment) => ({
			type: "pie",
			segments: [segment],
		})),
		least: point,
		fields: {
			label: needed(chars(20)),
			value: needed({
				...amount,
				good: () => [0.5, 1e6],
			}),
		},
		bonds: {
			"value above 0": {
				good: [{ value: 0.1 }],
				bad: [0, -1].map((value) => ({
					given: { value },
					says: "must be more than 0",
					at: "/value",
				})),
			},
		},
	},
	bar: axes,
	area: { ...axes, least: { ...axes.least, type: "area" } },
	line: { ...axes, least: { ...axes.least, type: "line" } },
	series: {
		held: inChart("/series/0", (series) => ({
			...bar([], labelsOf(series.data)),
			series: [series],
		})),
		least: { name: "People", data: [point] },
		fields: {
			name: needed(chars(20)),
			data: needed(listOf(1, 20, object("data_point"))),
		},
	},
	data_point: {
		held: inChart("/series/0/data/0", (one) => bar([one], labelsOf([one]))),
		least: point,
		fields: { label: needed(chars(20)), value: needed(amount) },
	},
	axis_config: {
		held: inChart("/axis_config", (axis_config) => {
			const { categories } = axis_config;
			const labels: unknown[] = Array.isArray(categories) ? categories : [];
			const known = labels.filter(isLabel).slice(0, 20);
			const data = known.map((label) => ({ label, value: 1 }));
			return {
				...bar(data.length > 0 ? data : [point], []),
				axis_config,
			};
		}),
		least: { categories: ["x"] },
		fields: {
			categories: needed(listOf(1, 20, chars(20))),
			x_label: chars(50),
			y_label: chars(50),
		},
	},
	data_table: {
		held: block,
		least: { type: "data_table", caption: "People", rows: [[text]] },
		fields: {
			block_id: chars(255),
			caption: needed(chars(255)),
			rows: needed({
				...listOf(
					1,
					100,
					listOf(1, 20, oneOf("raw_text", "raw_number", "rich_text")),
				),
				good: () => [
					[[text]],
					[Array.from({ length: 20 }, () => text)],
					Array.from({ length: 100 }, () => [text]),
					[[text], [number]],
				],
			}),
			page_size: whole(1, 100),
			row_header_column_index: whole(0, 19),
		},
		bonds: {
			"the first row is of raw_text": {
				good: [{ rows: [[text], [number]] }],
				bad: [
					{
						given: { rows: [[number]] },
						says: "must provide raw_text in the first row",
						at: "/rows/0",
					},
				],
			},
		},
	},
};
