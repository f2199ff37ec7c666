import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { helpedFigures } from "../../src/reports/closing-figures.ts";
import { csvMessage } from "../../src/reports/csv.views.ts";
import { figureIds } from "../../src/reports/figures.ts";
import { figureOf } from "../../src/reports/published.ts";
import { reportOf } from "../../src/reports/report.ts";
import { reportMessage } from "../../src/reports/report.views.ts";
import { headline } from "../../src/reports/report-parts.views.ts";
import { statsMessage } from "../../src/reports/stats.views.ts";
import { textFor } from "../../src/slack/text.ts";
import { healthyReleases, sampleTopics } from "../support/healthy-program.ts";
import { plainDate, samplePage } from "../support/report-sample.ts";

const text = textFor("en");
const reader = { zone: "Europe/Berlin", locale: "en-US" };
const program = "Mentoring at Acme";

const asOf = "2026-03-02T09:00:00.000Z";
const earlier = "2026-02-02T09:00:00.000Z";

test("the sentence that stands for all has its date where it is not new", () => {
	const { release } = healthyReleases();
	const isOne = (id: string) => id === "enrolled" || id === "matched";
	const figures = release.figures.map((figure) =>
		isOne(figure.id) ? { ...figure, asOf: earlier } : figure,
	);
	const headlineOf = (some: typeof release) => {
		const facts = { release: some, before: null, program, reader };
		return headline(reportOf({ ...facts, topics: [] }), text).mrkdwn;
	};
	expect(headlineOf(release)).toMatch(/^\d+ people are enrolled/);
	expect(headlineOf({ ...release, figures })).toMatch(
		/^As of <!date.*February 2, 2026>: \d+ people are enrolled/,
	);
});

describe("the same figures in the channel, in stats and in the file", () => {
	const { release, before } = healthyReleases();
	const report = reportOf({
		...{ release, before, program, reader },
		topics: sampleTopics,
	});
	const message = reportMessage(report, text);
	const { content } = csvMessage(
		release,
		{ program, topics: sampleTopics },
		text,
	).file;
	const lines: string[][] = parse(String(content), { bom: true });
	const cells = lines.slice(1).map(([figure, of, measure, value, day]) => ({
		...{ figure, of, measure, value, day },
	}));
	const wordsIn = (blocks: object[]): string[] =>
		blocks.flatMap((block: { text?: { text: string } }) =>
			(block.text?.text ?? "").split("\n"),
		);
	const places = {
		"the channel": wordsIn(message.blocks),
		"the channel, plainer": wordsIn(message.plainer ?? []),
		stats: wordsIn(statsMessage(report, text).blocks),
	};

	test("there is something of every kind, new and old", () => {
		const kinds = release.figures.map(({ kind }) => kind);
		for (const kind of ["count", "share", "mean", "median", "split", "table"])
			expect(kinds).toContain(kind);
		expect(new Set(release.figures.map((one) => one.asOf))).toEqual(
			new Set([asOf, earlier]),
		);
	});

	test("docs/report-sample.md is what the code says", () => {
		const page = path.join(import.meta.dirname, "../../docs/report-sample.md");
		const sample = samplePage(message, String(content));
		if (process.env.UPDATE_DOCS) writeFileSync(page, sample);
		expect(readFileSync(page, "utf8")).toBe(sample);
	});

	test.each(figureIds)("%s", (id) => {
		const name = text.plain(`reports:figure.${id}.name`);
		const own = cells.filter((cell) => cell.figure === name && !isTopic(cell));
		const figure = figureOf(release, id);
		expect(new Set(own.map(({ day }) => day))).toEqual(
			new Set([figure?.asOf.slice(0, 10)]),
		);
		if (figure?.kind === "table") return compareTable(own);
		const [value] = wordsOf(own);
		for (const [place, words] of Object.entries(places)) {
			const known = helpedFigures.find((one) => one === id);
			if (known && value !== null) {
				const part = `${text.plain(`reports:helped.${known}`)} ${value}`;
				const shared = words.find((one) => one.startsWith("*What helped*"));
				expect([place, shared]).toEqual([place, expect.stringContaining(part)]);
				continue;
			}
			const line = words.find((one) => one.startsWith(`*${name}*`));
			if (value === null) expectUntold(name);
			else {
				const date = figure?.asOf === asOf ? "" : " (as of February 2, 2026)";
				expect([place, plainDate(line)]).toEqual([
					place,
					`*${name}*: ${value}${date}`,
				]);
			}
		}
	});

	function expectUntold(name: string) {
		for (const [place, words] of Object.entries(places)) {
			const untold = words.find((one) => one.startsWith("*Too few"));
			expect([place, untold]).toEqual([place, expect.stringContaining(name)]);
		}
	}

	const isTopic = ({ of }: { of: string | undefined }) =>
		sampleTopics.some(({ name }) => name === of);

	/** What people read of a figure, made of its cells in the file. */
	function wordsOf(own: typeof cells): [string | null] {
		const sizes = ["people", "times"];
		const [all, measured] = [true, false].map((isSize) =>
			own.find(
				({ of, measure }) =>
					of === "" && sizes.includes(measure ?? "") === isSize,
			),
		);
		const people = `${all?.value} ${all?.measure}`;
		if (measured?.measure === "of whom so")
			return [
				isUntold(measured.value) ? null : `${measured.value} of ${people}`,
			];
		if (measured?.measure === "mean")
			return [`${Number(measured.value).toFixed(1)} of 5, from ${people}`];
		if (measured) {
			const unit = measured.measure?.replace("median in ", "");
			return [`${measured.value} ${unit}, from ${people}`];
		}
		const parts = own.filter(({ of }) => of !== "");
		if (parts.length > 0)
			return [parts.map(({ of, value }) => `${of} ${value}`).join(", ")];
		if (isUntold(all?.value)) return [null];
		const isWhole = own[0]?.figure === "Enrolled";
		const isBand = all?.value?.startsWith("fewer than");
		return [
			isWhole || isBand ? people : `${people}, too few of one kind to say more`,
		];
	}

	const isUntold = (value: string | undefined) => value === "too few to tell";

	/** Row by row in the table, and in the lines that say the same. */
	function compareTable(own: typeof cells) {
		const told = own.filter(
			({ of, measure, value }) =>
				of !== "" && measure !== "people" && !isUntold(value),
		);
		const table = message.blocks.find(({ type }) => type === "data_table");
		const rows = tableRows(table as Table | undefined);
		const [head = []] = rows;
		if (told.length === 0) return expectUntold(own[0]?.figure ?? "");
		for (const { of, measure = "", value = "" } of told) {
			const row = rows.find(([department]) => department === of);
			expect(row?.[head.indexOf(measure)]).toBe(value);
			for (const place of ["the channel, plainer", "stats"] as const) {
				const line = places[place].find((one) => one.startsWith(`${of}: `));
				expect(line).toContain(`${value} ${measure.toLowerCase()}`);
			}
		}
	}
});

type Table = { rows?: { text: string }[][] };

const tableRows = (table: Table | undefined): string[][] =>
	(table?.rows ?? []).map((cells) => cells.map((cell) => cell.text));
