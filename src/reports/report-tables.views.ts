import type { KnownBlock } from "@slack/types";
import { context, section } from "../slack/blocks.ts";
import { type Cell, dataTable } from "../slack/charts.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Amount } from "./candidate.ts";
import { type DepartmentRows, departmentRows } from "./department-rows.ts";
import { amountWords, departmentName } from "./figure-words.views.ts";
import { tableColumns } from "./people-figures.ts";
import type { Report } from "./report.ts";
import { dayOf } from "./report-parts.views.ts";

/** In a channel; the file has the rest. */
const mostRows = 30;

const words = (amount: Amount | null, text: Text): string =>
	amountWords(amount ?? { is: "hidden" }, text);

/** One table by department; none where nothing is told of any. */
export function departmentTable(report: Report, text: Text): KnownBlock[] {
	const { rows, old } = departmentRows(report.release);
	if (rows.length === 0) return [];
	const cell = (amount: Amount | null): Cell =>
		amount?.is === "number" ? amount.value : words(amount, text);
	const head = [
		text.plain("reports:column.department"),
		text.plain("reports:column.people"),
		...tableColumns.map((id) => text.plain(`reports:column.${id}`)),
	];
	const body = rows
		.slice(0, mostRows)
		.map((row) => [
			departmentName(row, text),
			cell(row.people),
			...tableColumns.map((id) => cell(row.columns[id])),
		]);
	return [
		dataTable(text.plain("reports:report.table"), [head, ...body]),
		...remarks(report, { rows, old }, text),
	];
}

/** The same as text, for where Slack shows no such table. */
export function departmentText(report: Report, text: Text): KnownBlock[] {
	const { rows, old } = departmentRows(report.release);
	if (rows.length === 0) return [];
	const lines = rows.slice(0, mostRows).map((row) =>
		text.mrkdwn("reports:report.tableRow", {
			department: departmentName(row, text),
			people: amountWords(row.people, text),
			matched: words(row.columns.matched, text),
			waiting: words(row.columns.waiting, text),
			seats: words(row.columns.seats, text),
		}),
	);
	return [
		section(joinMrkdwn(lines, "\n")),
		...remarks(report, { rows, old }, text),
	];
}

function remarks(
	report: Report,
	{ rows, old }: DepartmentRows,
	text: Text,
): KnownBlock[] {
	const lines = [
		...old.map(({ column: id, asOf }) =>
			text.mrkdwn("reports:report.tableOld", {
				column: text.plain(`reports:column.${id}`),
				date: dayOf(report, asOf),
			}),
		),
		...(rows.length > mostRows
			? [text.mrkdwn("reports:report.tableMore")]
			: []),
	];
	return lines.length > 0 ? [context(...lines)] : [];
}
