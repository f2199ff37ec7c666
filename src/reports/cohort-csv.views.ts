import type { FileMessage } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { writeCsv } from "../workspaces/directory-csv.ts";
import type { Published } from "./candidate.ts";
import { summaryName } from "./cohort-parts.views.ts";
import { type CohortSummary, summaryRows } from "./cohort-summary.ts";
import { rowsOf } from "./csv.views.ts";

const heads = ["figure", "of", "measure"] as const;

/** A cohort's numbers beside the last one's, a line each, as a file. */
export function summaryCsv(summary: CohortSummary, text: Text): FileMessage {
	const { cohort, release, last } = summary;
	const date = release.madeAt.toISOString().slice(0, 10);
	const head = [
		...heads.map((name) => text.plain(`reports:csv.${name}`)),
		cohort.name,
		...(last ? [last.cohort.name] : []),
	];
	const rows = summaryRows(summary).flatMap(({ id, now, before }) =>
		sideBySide(
			cellsOf(now, summaryName(id, text), text),
			cellsOf(before, summaryName(id, text), text),
			last !== null,
		),
	);
	return {
		text: text.mrkdwn("reports:summary.csv", { cohort: cohort.name }),
		file: {
			name: text.plain("reports:csv.file", { date }),
			content: writeCsv([head, ...rows]),
		},
	};
}

type Cells = Map<string, { name: string[]; value: string }>;

/** Values by what they are of. */
function cellsOf(figure: Published | null, title: string, text: Text): Cells {
	const rows = figure ? rowsOf(figure, [title, ""], text) : [];
	return new Map(
		rows.map((row) => {
			const name = row.slice(0, heads.length);
			return [name.join("\n"), { name, value: row[heads.length] ?? "" }];
		}),
	);
}

/** Lines of either; what the other does not have is left empty. */
function sideBySide(now: Cells, before: Cells, hasLast: boolean): string[][] {
	return [...new Map([...now, ...before])].map(([key, { name }]) => [
		...name,
		now.get(key)?.value ?? "",
		...(hasLast ? [before.get(key)?.value ?? ""] : []),
	]);
}
