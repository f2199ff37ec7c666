import type { FileMessage } from "../slack/blocks.ts";
import { dateToken } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { writeCsv } from "../workspaces/directory-csv.ts";
import type { Amount, Level, Published } from "./candidate.ts";
import {
	amountWords,
	categoryName,
	departmentName,
} from "./figure-words.views.ts";
import { figureIds } from "./figures.ts";
import { tableColumns, topicKey } from "./people-figures.ts";
import { figureOf, type Release } from "./published.ts";

type Topics = readonly { topicId: string; name: string }[];

const heads = ["figure", "of", "measure", "value", "asOf"] as const;

/** The numbers as they were published, a line each, as a file. */
export function csvMessage(
	release: Release,
	{ program, topics }: { program: string; topics: Topics },
	text: Text,
): FileMessage {
	const date = release.madeAt.toISOString().slice(0, 10);
	const head = heads.map((name) => text.plain(`reports:csv.${name}`));
	// The file names the day in UTC, so this does where Slack's date is not read.
	const reader = { zone: "UTC", locale: text.language };
	const asOf = dateToken(slackDate(release.madeAt, "day", reader));
	return {
		text: text.mrkdwn("reports:csv.message", { program, date: asOf }),
		file: {
			name: text.plain("reports:csv.file", { date }),
			content: writeCsv([head, ...csvRows(release, topics, text)]),
		},
	};
}

/** In the order of the report, and of its rows: never of a number. */
function csvRows(release: Release, topics: Topics, text: Text): string[][] {
	const shown = figureIds.flatMap((id) => {
		const figure = figureOf(release, id);
		const name = text.plain(`reports:figure.${id}.name`);
		return figure ? rowsOf(figure, [name, ""], text) : [];
	});
	const ofTopics = topics.flatMap(({ topicId, name: topic }) =>
		(["waiting", "seats"] as const).flatMap((id) => {
			const key = topicKey(topicId, id);
			const figure = release.figures.find((one) => one.id === key);
			const name = text.plain(`reports:figure.${id}.name`);
			return figure ? rowsOf(figure, [name, topic], text) : [];
		}),
	);
	return [...shown, ...ofTopics];
}

/** A figure's cells: its name, of what, the measure, its value and date. */
export function rowsOf(
	figure: Published,
	[name, of]: [name: string, of: string],
	text: Text,
): string[][] {
	const asOf = figure.asOf.slice(0, 10);
	const row = (measure: string, value: string, whose = of) => [
		...[name, whose, measure, value, asOf],
	];
	const word = (it: "people" | "times" | "yes" | "mean") =>
		text.plain(`reports:csv.${it}`);
	// Reasons are counted without people.
	const size = figure.id === "endedBecause" ? "times" : "people";
	const people = (amount: Amount, whose = of) =>
		row(word(size), amountCell(amount, text), whose);
	switch (figure.kind) {
		case "count":
			return [people(figure.people)];
		case "share":
			return [
				people(figure.people),
				row(word("yes"), amountCell(figure.yes, text)),
			];
		case "mean":
			return [
				people(figure.people),
				row(word("mean"), levelCell(figure.mean, text)),
			];
		case "median": {
			const unit = text.plain(`reports:csv.units.${figure.unit}`);
			const measure = text.plain("reports:csv.median", { unit });
			return [
				people(figure.people),
				row(measure, levelCell(figure.median, text)),
			];
		}
		case "split":
			return [
				people(figure.people),
				...figure.rows.map((one) =>
					people(one.people, categoryName(one, text)),
				),
			];
		case "table":
			return [
				people(figure.people),
				...figure.rows.flatMap((one) => [
					people(one.people, departmentName(one, text)),
					...tableColumns.flatMap((id) => {
						const amount = one.columns[id];
						const measure = text.plain(`reports:column.${id}`);
						return amount
							? [
									row(
										measure,
										amountCell(amount, text),
										departmentName(one, text),
									),
								]
							: [];
					}),
				]),
			];
		case "hidden":
			return [row(word("people"), text.plain("reports:value.hidden"))];
	}
}

/** Digits and nothing else, so that a spreadsheet can reckon with them. */
const amountCell = (amount: Amount, text: Text): string =>
	amount.is === "number" ? String(amount.value) : amountWords(amount, text);

function levelCell(level: Level, text: Text): string {
	switch (level.is) {
		case "number":
			return String(level.value);
		case "between":
			return text.plain("reports:csv.band", {
				low: level.low,
				high: level.high,
			});
		case "from":
			return text.plain("reports:csv.least", { low: level.low });
		case "hidden":
			return text.plain("reports:value.hidden");
	}
}
