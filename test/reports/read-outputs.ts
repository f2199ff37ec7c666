import { parse } from "csv-parse/sync";
import type {
	Amount,
	Candidate,
	Level,
	Published,
} from "../../src/reports/candidate.ts";
import {
	categoryName,
	departmentName,
} from "../../src/reports/figure-words.views.ts";
import { figureIds } from "../../src/reports/figures.ts";
import { tableColumns, topicKey } from "../../src/reports/people-figures.ts";
import type { TextKey } from "../../src/slack/text.ts";
import { english, type Outputs, type Topics } from "./outputs.ts";

/** One number, or what stands in its place, as somebody reads it. */
export type Told = {
	readonly figure: string;
	/** The row's departments or categories; none for all. */
	readonly names: readonly string[];
	/** "people", "mean", "median", or the sentence that they say yes to. */
	readonly measure: string;
	readonly value: Amount | Level;
};

/** What somebody knows of a program before they read its report. */
export type Reader = {
	/** What figures there can be, and what kind each is of. */
	readonly blanks: readonly Candidate[];
	readonly departments: readonly string[];
	readonly topics: Topics;
};

const { plain } = english;
const nameOf = (id: string) => plain(`reports:figure.${id}.name` as TextKey);

/** A sentence of the catalog as a pattern, with its variables as groups. */
export function pattern(key: TextKey, ...names: string[]): string {
	const vars = Object.fromEntries(names.map((name) => [name, `<<${name}>>`]));
	const escaped = plain(key, vars).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	return escaped.replace(/<<(\w+)>>/g, "(?<$1>.+?)");
}

const match = <N extends string>(key: TextKey, names: N[], words: string) =>
	new RegExp(`^${pattern(key, ...names)}$`).exec(words)?.groups as
		| Record<N, string>
		| undefined;

const digits = /^\d[\d,]*$/;
const numberIn = (words: string): number => Number(words.replaceAll(",", ""));

export function readAmount(words: string): Amount {
	if (digits.test(words)) return { is: "number", value: numberIn(words) };
	const under = match("reports:value.under", ["limit"], words);
	if (under) return { is: "under", limit: Number(under.limit) };
	if (words === plain("reports:value.nearlyAll"))
		return { is: "nearlyAll", limit: 5 };
	if (words === plain("reports:value.hidden")) return { is: "hidden" };
	throw new Error(`Nobody can read "${words}"`);
}

export function readLevel(words: string): Level {
	if (words === plain("reports:value.hidden")) return { is: "hidden" };
	if (/^\d+(\.\d+)?$/.test(words)) return { is: "number", value: +words };
	const band = match("reports:csv.band", ["low", "high"], words);
	if (band) return { is: "between", low: +band.low, high: +band.high };
	const least = match("reports:csv.least", ["low"], words);
	if (least) return { is: "from", low: +least.low };
	throw new Error(`Nobody can read "${words}"`);
}

/** All rows there could be, by how they are called. */
export function rowNames(
	names: readonly string[],
	inWords: (row: { names: string[] }) => string,
): Map<string, string[]> {
	const ways = Array.from({ length: 2 ** names.length - 1 }, (_, at) =>
		names.filter((_, i) => ((at + 1) >> i) % 2 === 1),
	);
	return new Map(ways.map((some) => [inWords({ names: some }), some]));
}

/** The rows of a figure by name, and those of the table by department. */
export function rowsOf(
	blank: Candidate,
	{ departments }: Pick<Reader, "departments">,
) {
	if (blank.kind === "split")
		return rowNames([...blank.categories.keys()], (row) =>
			categoryName(row, english),
		);
	if (blank.kind === "table")
		return rowNames(departments, (row) => departmentName(row, english));
	return new Map<string, string[]>();
}

/** The file, read line by line into the figures that it is of. */
export function readCsv({ csv }: Outputs, reader: Reader): Published[] {
	const [, ...lines]: string[][] = parse(csv, { bom: true });
	return reader.blanks.map((blank) => {
		const [name, topic] = calledIn(blank.id, reader.topics);
		const own = lines.filter(
			(line) => line[0] === name && (topic === "" || line[1] === topic),
		);
		const ofTopic = own.filter(
			(line) => topic !== "" || !isTopic(line, reader),
		);
		return figureOf(blank, ofTopic, reader);
	});
}

const isTopic = ([, of]: string[], { topics }: Reader): boolean =>
	topics.some(({ name }) => name === of);

/** How the file calls a figure. */
function calledIn(id: string, topics: Topics): [name: string, topic: string] {
	if (figureIds.some((one) => one === id)) return [nameOf(id), ""];
	for (const { topicId, name } of topics)
		for (const what of ["waiting", "seats"] as const)
			if (topicKey(topicId, what) === id) return [nameOf(what), name];
	throw new Error(`Nobody can read of ${id}`);
}

/** A figure, read from its lines. */
export function figureOf(
	blank: Candidate,
	lines: readonly string[][],
	reader: Pick<Reader, "departments">,
): Published {
	const { id, kind } = blank;
	const [first, ...others] = lines;
	if (!first) throw new Error(`Nothing is said of ${id}`);
	const asOf = `${first[4]}T00:00:00.000Z`;
	const named = { id, asOf };
	const value = (line: string[] | undefined) => line?.[3] ?? "";
	if (
		kind !== "count" &&
		others.length === 0 &&
		value(first) === plain("reports:value.hidden")
	)
		return { ...named, kind: "hidden" };
	const people = readAmount(value(first));
	const [second] = others;
	switch (kind) {
		case "count":
			return people.is === "hidden"
				? { ...named, kind: "hidden" }
				: { ...named, kind, people };
		case "share":
			return { ...named, kind, people, yes: readAmount(value(second)) };
		case "mean":
			return { ...named, kind, people, mean: readLevel(value(second)) };
		case "median": {
			const median = readLevel(value(second));
			return { ...named, kind, unit: blank.unit, people, median };
		}
		case "split":
		case "table": {
			const names = rowsOf(blank, reader);
			const byRow = Map.groupBy(others, ([, of = ""]) => of);
			const rows = [...byRow].map(([of, [own, ...cells]]) => ({
				names: names.get(of) ?? [],
				people: readAmount(value(own)),
				columns: Object.fromEntries(
					cells.map((cell) => [columnOf(cell[2]), readAmount(value(cell))]),
				),
			}));
			if (kind === "table") return { ...named, kind, people, rows };
			const plainRows = rows.map(({ columns: _, ...row }) => row);
			return { ...named, kind, people, rows: plainRows };
		}
	}
}

export function columnOf(label = ""): string {
	const column = tableColumns.find(
		(id) => plain(`reports:column.${id}`) === label,
	);
	if (!column) throw new Error(`No column is called "${label}"`);
	return column;
}
