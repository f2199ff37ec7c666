import type { KnownBlock } from "@slack/types";
import { context, section } from "../slack/blocks.ts";
import { type Cell, dataTable } from "../slack/charts.ts";
import { cutApart, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Amount } from "./candidate.ts";
import {
	type DepartmentRows,
	departmentRows,
	isCellTold,
	toldColumns,
} from "./department-rows.ts";
import { amountWords, departmentName } from "./figure-words.views.ts";
import { tableColumns } from "./people-figures.ts";
import type { Report } from "./report.ts";
import { dayOf } from "./report-parts.views.ts";

/** In a message, with all else that it says; the file has the rest. */
const mostRows = 30;
/** Characters of a row's name, in which several departments may stand. */
const longestName = 100;
/** Slack takes 3,000 characters a section. */
const mostInSection = 2_800;

const words = (amount: Amount | null, text: Text): string =>
	amountWords(amount ?? { is: "hidden" }, text);

/** What fits of it, with a name for each row that no other has. */
function shownRows({ rows }: DepartmentRows, text: Text) {
	const some = rows.slice(0, mostRows);
	const names = cutApart(
		some.map((row) => departmentName(row, text)),
		longestName,
	);
	return some.map((row, at) => ({ ...row, name: names[at] ?? "" }));
}

/** One table by department; none where nothing is told of any. */
export function departmentTable(report: Report, text: Text): KnownBlock[] {
	const found = departmentRows(report.release);
	const rows = shownRows(found, text);
	if (rows.length === 0) return [];
	const columns = toldColumns(found);
	const cell = (amount: Amount | null): Cell =>
		amount?.is === "number" ? amount.value : words(amount, text);
	const head = [
		text.plain("reports:column.department"),
		text.plain("reports:column.people"),
		...columns.map((id) => text.plain(`reports:column.${id}`)),
	];
	const body = rows.map((row) => [
		row.name,
		cell(row.people),
		...columns.map((id) => cell(row.columns[id])),
	]);
	return [
		dataTable(text.plain("reports:report.table"), [head, ...body]),
		...remarks(report, found, text),
	];
}

/** The same as text, for where Slack shows no such table. */
export function departmentText(report: Report, text: Text): KnownBlock[] {
	const found = departmentRows(report.release);
	const lines = shownRows(found, text).map((row) =>
		text.mrkdwn("reports:report.tableRow", {
			department: row.name,
			told: [
				text.plain("reports:row.people", { people: words(row.people, text) }),
				...tableColumns.flatMap((id) => {
					const amount = row.columns[id];
					return isCellTold(amount)
						? [text.plain(`reports:row.${id}`, { people: words(amount, text) })]
						: [];
				}),
			].join(", "),
		}),
	);
	if (lines.length === 0) return [];
	const title = text.mrkdwn("reports:report.byDepartment");
	return [...sections([title, ...lines]), ...remarks(report, found, text)];
}

/** Lines in as few sections as they fit in. */
function sections(lines: Mrkdwn[]): KnownBlock[] {
	const parts: Mrkdwn[] = [];
	for (const line of lines) {
		const last = parts.at(-1);
		const joined = last && joinMrkdwn([last, line], "\n");
		if (joined && joined.mrkdwn.length <= mostInSection)
			parts[parts.length - 1] = joined;
		else parts.push(line);
	}
	return parts.map((part) => section(part));
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
