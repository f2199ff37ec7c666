import type { Published, Released } from "../../src/reports/candidate.ts";
import {
	honest,
	type Made,
	type MadeOf,
	type Outputs,
	type Views,
} from "./outputs.ts";
import type { ProgramRun, ReleaseRun } from "./random-program.ts";
import { readMessages } from "./read-blocks.ts";
import { type Reader, readCsv } from "./read-outputs.ts";
import { readSummary } from "./read-summary.ts";
import { learn } from "./told.ts";

export type Read = {
	readonly at: string;
	readonly figures: Published[];
	/** What a message says and the file does not. */
	readonly more: unknown[];
};

/**
 * Release by release: the file, and what messages say beside it. If the file is
 * all there is, the messages can be written anew from what was read in it.
 */
export function readAll(
	releases: ProgramRun["releases"],
	published: readonly Released[],
	views: Views,
): Read[] {
	const departments = departmentsOf(releases);
	const reports: Beside<Made>[] = [];
	const summaries: Beside<MadeOf>[] = [];
	return releases.map((run, index) => {
		const { figures } = published[index] as Released;
		const { at, cohort, topics } = run;
		if (cohort)
			return readCohort({ at, figures, cohort }, run, summaries, views);
		const reader = { blanks: run.candidates, departments, topics };
		return readReport({ at, figures }, reader, reports, views);
	});
}

/** What was released, and what of it was read. */
type Beside<T extends Made> = { readonly sent: T; readonly read: T };

function readReport(
	made: Made,
	reader: Reader,
	reports: Beside<Made>[],
	views: Views,
): Read {
	const { at } = made;
	const before = reports.at(-1);
	const sent = views.report(made, before?.sent ?? null, reader.topics);
	const file = readCsv(sent, reader);
	const read = { at, figures: file };
	reports.push({ sent: made, read });
	const again = honest.report(read, before?.read ?? null, reader.topics);
	const { figures, more } = learn(file, readMessages(sent, reader, file));
	return { at, figures, more: [...more, ...differences(sent, again)] };
}

function readCohort(
	made: MadeOf,
	run: ReleaseRun,
	summaries: Beside<MadeOf>[],
	views: Views,
): Read {
	const { at, cohort } = made;
	const last = summaries.at(-1);
	const sent = views.summary(made, last?.sent ?? null);
	const read = { at, cohort, figures: readSummary(sent, run) };
	const again = honest.summary(read, last?.read ?? null);
	summaries.push({ sent: made, read });
	return { at, figures: read.figures, more: differences(sent, again) };
}

/** No department comes after all others. */
function departmentsOf(releases: ProgramRun["releases"]): string[] {
	const tables = releases
		.flatMap(({ candidates }) => candidates)
		.flatMap((one) =>
			one.kind === "table" ? [...one.departments.keys()] : [],
		);
	return [...new Set(tables)].sort((a, b) =>
		a === "" ? 1 : b === "" || a < b ? -1 : 1,
	);
}

function differences(sent: Outputs, again: Outputs): unknown[] {
	const all = ({ csv, spoken, blocks }: Outputs) =>
		[csv, ...spoken, ...blocks].map((part) => JSON.stringify(part));
	const known = new Set(all(again));
	return all(sent).filter((part) => !known.has(part));
}
