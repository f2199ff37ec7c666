import type { KnownBlock } from "@slack/types";
import type { Candidate, Published } from "../../src/reports/candidate.ts";
import { departmentName } from "../../src/reports/figure-words.views.ts";
import {
	type TableColumn,
	tableColumns,
	tableOf,
} from "../../src/reports/people-figures.ts";
import type { TextKey } from "../../src/slack/text.ts";
import { english, type Outputs } from "./outputs.ts";
import {
	columnOf,
	pattern,
	type Reader,
	readAmount,
	rowNames,
	rowsOf,
	type Told,
} from "./read-outputs.ts";

const { plain } = english;

/** Everything that is read in messages: charts, tables, lines, spoken words. */
export function readMessages(
	{ blocks, spoken }: Outputs,
	reader: Reader,
	figures: readonly Published[],
): Told[] {
	const told = blocks.flatMap((block) => {
		const { type } = block as { type: string };
		if (type === "data_visualization") return readChart(block, reader, figures);
		if (type === "data_table") return readTable(block, reader, figures);
		return [];
	});
	const lines = [...blocks.flatMap(wordsIn), ...spoken].flatMap((words) =>
		words.split("\n"),
	);
	return [
		...told,
		...lines.flatMap((line) => readLine(line, reader)),
		...lines.flatMap((line) => readDepartment(line, reader, figures)),
	];
}

/** All texts of a block, whatever they are in. */
export function wordsIn(block: KnownBlock): string[] {
	const found: string[] = [];
	JSON.stringify(block, (key, value: unknown) => {
		if (typeof value === "string" && ["text", "alt_text"].includes(key))
			found.push(value);
		return value;
	});
	return found;
}

type Point = { label: string; value: number };
type Chart = { chart: { series: { name: string; data: Point[] }[] } };

function readChart(
	block: KnownBlock,
	reader: Reader,
	figures: readonly Published[],
): Told[] {
	const { chart } = block as unknown as Chart;
	const health = reader.blanks.find(({ id }) => id === "health");
	return chart.series.flatMap(({ name, data }) =>
		data.map(({ label, value }): Told => {
			const amount = { is: "number" as const, value };
			const row = called(label, departmentRows(reader), figures);
			if (row) return cell(name, row, amount, figures);
			const names = health && called(label, rowsOf(health, reader), figures);
			if (!names) throw new Error(`Nothing is called "${label}"`);
			return { figure: "health", names, measure: "people", value: amount };
		}),
	);
}

/** What does not fit under a bar is cut: it is one of the rows in the file. */
function called(
	label: string,
	names: ReadonlyMap<string, string[]>,
	figures: readonly Published[],
): string[] | undefined {
	const rows = figures.flatMap((one) => ("rows" in one ? one.rows : []));
	const inFile = new Set(rows.map((row) => row.names.join()));
	const isCalled = (words: string) =>
		label.endsWith("…")
			? words.startsWith(label.slice(0, -1))
			: words === label;
	return [...names].find(
		([words, row]) => inFile.has(row.join()) && isCalled(words),
	)?.[1];
}

const departmentRows = ({ departments }: Reader) =>
	rowNames(departments, (row) => departmentName(row, english));

/** Of a column by its heading; how many there are is of the newest table. */
function cell(
	heading: string,
	names: string[],
	value: Told["value"],
	figures: readonly Published[],
): Told {
	if (heading !== plain("reports:column.people")) {
		const column = columnOf(heading) as TableColumn;
		return { figure: tableOf[column], names, measure: column, value };
	}
	const [newest] = tableColumns
		.flatMap((id) => figures.find((one) => one.id === tableOf[id]) ?? [])
		.filter(({ kind }) => kind === "table")
		.sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
	return { figure: newest?.id ?? "", names, measure: "people", value };
}

type Table = {
	rows: { type: string; text: string; value?: number }[][];
};

function readTable(
	block: KnownBlock,
	reader: Reader,
	figures: readonly Published[],
): Told[] {
	const [head = [], ...rows] = (block as unknown as Table).rows;
	const departments = departmentRows(reader);
	return rows.flatMap(([first, ...cells]) => {
		const names = departments.get(first?.text ?? "");
		if (!names) throw new Error(`No department is called "${first?.text}"`);
		return cells.flatMap(({ text, value }, at) => {
			const heading = head[at + 1]?.text ?? "";
			// A number may be drawn, or sorted by, though its text hides it.
			const drawn = value === undefined ? [] : [String(value)];
			return [text, ...drawn].map((words) =>
				cell(heading, names, readAmount(words), figures),
			);
		});
	});
}

/** "Data: 40 enrolled, 20 in a mentorship". */
function readDepartment(
	line: string,
	reader: Reader,
	figures: readonly Published[],
): Told[] {
	const row = new RegExp(
		`^${pattern("reports:report.tableRow", "department", "told")}$`,
	).exec(line)?.groups;
	const names = departmentRows(reader).get(row?.department ?? "");
	if (!names) return [];
	const columns = ["people", ...tableColumns] as const;
	return (row?.told ?? "").split(", ").flatMap((part) =>
		columns.flatMap((id) => {
			const words = `^${pattern(`reports:row.${id}`, "people")}$`;
			const said = new RegExp(words).exec(part)?.groups?.people;
			const heading = plain(`reports:column.${id}`);
			return said ? [cell(heading, names, readAmount(said), figures)] : [];
		}),
	);
}

const amount = [
	"\\d[\\d,]*",
	pattern("reports:value.under", "limit").replace("(?<limit>.+?)", "\\d+"),
	plain("reports:value.nearlyAll"),
	plain("reports:value.hidden"),
].join("|");
const people = `(?<people>${amount})(?: people| person)?`;

/** "Have a mentor: 30 of 60 people", wherever it stands in a line. */
function readLine(line: string, reader: Reader): Told[] {
	return reader.blanks
		.filter(({ id }) => !id.startsWith("topic."))
		.flatMap((blank) => {
			const name = plain(`reports:figure.${blank.id}.name` as TextKey);
			const [, ...said] = line.split(new RegExp(`${name}\\*?: `));
			return said.flatMap((words) => readValue(blank, words, reader));
		});
}

function readValue(blank: Candidate, words: string, reader: Reader): Told[] {
	const told = (measure: string, said: string | undefined): Told[] =>
		said
			? [
					{
						...{ figure: blank.id, names: [], measure },
						value: readAmount(said),
					},
				]
			: [];
	switch (blank.kind) {
		case "count":
			return told(
				"people",
				new RegExp(`^${people}`).exec(words)?.groups?.people,
			);
		case "share": {
			const said = new RegExp(`^(?<yes>${amount}) of ${people}`).exec(words);
			return [
				...told(blank.id, said?.groups?.yes),
				...told("people", said?.groups?.people),
			];
		}
		case "mean":
		case "median": {
			const said = new RegExp(`^(.+?), from ${people}`).exec(words);
			return told("people", said?.groups?.people);
		}
		case "split":
			return readRows(blank, words, reader);
		default:
			return [];
	}
}

/** "on track 20, quiet 10": the longest name that fits comes first. */
function readRows(blank: Candidate, words: string, reader: Reader): Told[] {
	const names = [...rowsOf(blank, reader)].sort(
		([a], [b]) => b.length - a.length,
	);
	const told: Told[] = [];
	for (let left = words; ; ) {
		const row = names.find(([name]) => left.startsWith(`${name} `));
		const rest = left.slice((row?.[0].length ?? 0) + 1);
		const said = new RegExp(`^(${amount})`).exec(rest)?.[1];
		if (!row || !said) return told;
		told.push({
			...{ figure: blank.id, names: row[1], measure: "people" },
			value: readAmount(said),
		});
		left = rest.slice(said.length).replace(/^, /, "");
	}
}
