import { clean } from "../slack/mrkdwn.ts";
import {
	type DataColumn,
	dataColumns,
	isEmail,
	limits,
	type Problem,
	type ReadRow,
	type Unreadable,
	type Wanted,
} from "./directory.ts";
import { unguard } from "./directory-csv.ts";

type Column = "slack_id" | "email" | DataColumn;

/** What a file's first line says: each cell's column, null for others. */
export type Header = {
	columns: (Column | null)[];
	/** Columns that nothing is done with, as they are written. */
	unused: string[];
};

const columns: readonly Column[] = ["slack_id", "email", ...dataColumns];
/** As Slack's own list of members, and people, call them. */
const otherNames: Record<string, Column> = {
	userid: "slack_id",
	user_id: "slack_id",
	member_id: "slack_id",
	"e-mail": "email",
};

function columnOf(name: string): Column | null {
	const folded = name.toLowerCase().replace(/\s+/g, "_");
	return (
		columns.find((column) => column === folded) ?? otherNames[folded] ?? null
	);
}

const textOf = (cell: string) => clean(unguard(cell));

/** Reads the first line; columns come in any order, and others may stand there. */
export function readHeader(
	cells: string[],
	{ emails }: { emails: boolean },
): { ok: true; header: Header } | ({ ok: false } & Unreadable) {
	const names = cells.map(textOf);
	const found = names.map(columnOf);
	const twice = found.find(
		(column, index) => column && found.indexOf(column) !== index,
	);
	if (twice) return { ok: false, why: "columnTwice", column: twice };
	if (!found.includes("slack_id")) {
		if (!found.includes("email")) return { ok: false, why: "noPerson" };
		if (!emails) return { ok: false, why: "emailScope" };
	}
	if (!dataColumns.some((column) => found.includes(column)))
		return { ok: false, why: "noData" };
	const unused = names.filter((name, index) => name && !found[index]);
	return { ok: true, header: { columns: found, unused } };
}

/** Reads one line below the header, and what is wrong with it by itself. */
export function readRow(
	{ columns }: Header,
	line: number,
	cells: string[],
	{ emails }: { emails: boolean },
): ReadRow {
	const cell = (column: Column) => {
		const index = columns.indexOf(column);
		return index < 0 ? undefined : textOf(cells[index] ?? "");
	};
	const who = cell("slack_id") || cell("email") || "";
	if (cells.length !== columns.length) {
		const problem: Problem = {
			is: "columns",
			has: cells.length,
			wants: columns.length,
		};
		return { line, who, wanted: {}, problems: [problem] };
	}
	const problems: Problem[] = [];
	if (!who) problems.push({ is: "nobody" });
	const wanted: Wanted = {};
	for (const column of ["department", "location"] as const) {
		const text = cell(column);
		if (text === undefined) continue;
		if (text.length > limits.longest) problems.push({ is: "tooLong", column });
		wanted[column] = text || null;
	}
	const level = cell("level");
	if (level !== undefined) {
		if (level && !isLevel(level)) problems.push({ is: "level" });
		wanted.level = level ? Number(level) : null;
	}
	const manager = cell("manager");
	if (manager !== undefined) wanted.manager = asId(manager) || null;
	if (!emails && [who, manager ?? ""].some(isEmail))
		problems.push({ is: "emailScope" });
	return { line, who: asId(who), wanted, problems };
}

/** Slack's ids are upper case, its emails compared without case. */
const asId = (text: string) =>
	isEmail(text) ? text.toLowerCase() : text.toUpperCase();

const isLevel = (text: string) =>
	/^\d{1,3}$/.test(text) &&
	Number(text) >= limits.lowestLevel &&
	Number(text) <= limits.highestLevel;
