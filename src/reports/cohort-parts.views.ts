import type { KnownBlock } from "@slack/types";
import { context, section } from "../slack/blocks.ts";
import { dataTable } from "../slack/charts.ts";
import { joinMrkdwn, type Mrkdwn, quote } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { SummaryId } from "./cohort-figures.ts";
import {
	type CohortSummary,
	type SummaryRow,
	summaryRows,
} from "./cohort-summary.ts";
import { isTold, valueWords } from "./figure-words.views.ts";

/** The numbers of a cohort beside the last one's: as a table, as lines, spoken. */

export const summaryName = (id: SummaryId, text: Text): string =>
	id === "enrolled" || id === "found"
		? text.plain(`reports:summary.${id}.name`)
		: text.plain(`reports:figure.${id}.name`);

type Figure = SummaryRow["now"];

const wordsFor = (figure: Figure, text: Text): string =>
	figure ? valueWords(figure, text) : text.plain("reports:value.hidden");

const canTell = (figure: Figure): boolean => figure !== null && isTold(figure);

/** Rows with a number on either side. */
const toldRows = (summary: CohortSummary): SummaryRow[] =>
	summaryRows(summary).filter(
		({ now, before }) => canTell(now) || canTell(before),
	);

export function summaryTable(summary: CohortSummary, text: Text): KnownBlock {
	const { cohort, last } = summary;
	const heads = [
		text.plain("reports:summary.number"),
		cohort.name,
		...(last ? [last.cohort.name] : []),
	];
	const rows = toldRows(summary).map(({ id, now, before }) => [
		summaryName(id, text),
		wordsFor(now, text),
		...(last ? [wordsFor(before, text)] : []),
	]);
	const title = text.plain("reports:summary.title", { cohort: cohort.name });
	return dataTable(title, [heads, ...rows]);
}

/** So many lines fit into one section, however long the names are. */
const linesInSection = 8;

export function summaryLines(summary: CohortSummary, text: Text): KnownBlock[] {
	const lines = toldRows(summary).map((row) => line(row, summary, text));
	const starts = [...lines.keys()].filter((at) => at % linesInSection === 0);
	return starts.map((start) =>
		section(joinMrkdwn(lines.slice(start, start + linesInSection), "\n")),
	);
}

function line(
	{ id, now, before }: SummaryRow,
	{ last }: CohortSummary,
	text: Text,
): Mrkdwn {
	const name = summaryName(id, text);
	return last
		? text.mrkdwn("reports:summary.line", {
				name,
				now: wordsFor(now, text),
				last: last.cohort.name,
				before: wordsFor(before, text),
			})
		: text.mrkdwn("reports:line.new", { name, value: wordsFor(now, text) });
}

/** The same for a screen reader, a sentence each. */
export const spokenLines = (summary: CohortSummary, text: Text): Mrkdwn[] =>
	toldRows(summary).map(({ id, now, before }) =>
		summary.last
			? text.mrkdwn("reports:summary.spoken", {
					name: summaryName(id, text),
					now: wordsFor(now, text),
					before: wordsFor(before, text),
				})
			: text.mrkdwn("reports:line.spoken", {
					name: summaryName(id, text),
					value: wordsFor(now, text),
				}),
	);

/** What there are no numbers of, in one line. */
export function untoldLine(summary: CohortSummary, text: Text): KnownBlock[] {
	const told = new Set(toldRows(summary).map(({ id }) => id));
	const untold = summaryRows(summary).filter(({ id }) => !told.has(id));
	if (untold.length === 0) return [];
	const names = text.list(untold.map(({ id }) => summaryName(id, text)));
	return [context(text.mrkdwn("reports:summary.untold", { names }))];
}

/** Characters that a message has room for beside the numbers. */
const mostQuoted = 3_000;

export function quoteBlocks(
	{ quotes }: CohortSummary,
	text: Text,
): KnownBlock[] {
	const blocks = fitting(quotes.map(quote), mostQuoted).map((one) =>
		section(one),
	);
	return blocks.length === 0
		? []
		: [section(text.mrkdwn("reports:summary.quotes")), ...blocks];
}

/** As many of them as there is room for, each as a whole. */
export function fitting(parts: readonly Mrkdwn[], most: number): Mrkdwn[] {
	let length = 0;
	return parts.filter(({ mrkdwn }) => {
		length += mrkdwn.length + 1;
		return length <= most;
	});
}
