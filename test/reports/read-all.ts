import type { Published, Released } from "../../src/reports/candidate.ts";
import { type Outputs, outputsOf, type Views } from "./outputs.ts";
import type { ProgramRun } from "./random-program.ts";
import { readMessages } from "./read-blocks.ts";
import { type Reader, readCsv, type Told } from "./read-outputs.ts";
import { learn } from "./told.ts";

type Read = { at: string; figures: Published[]; more: unknown[] };

/**
 * Release by release: the file, and what messages say beside it. If the file is
 * all there is, the messages can be written anew from what was read in it.
 */
export function readAll(
	releases: ProgramRun["releases"],
	published: readonly Released[],
	views: Views,
): Read[] {
	const read: Read[] = [];
	const fromFile: { at: string; figures: Published[] }[] = [];
	for (const [month, { at, figures }] of published.entries()) {
		const { candidates, topics } = releases[month] as (typeof releases)[number];
		const departments = new Set(
			releases
				.flatMap((one) => one.candidates)
				.flatMap((one) =>
					one.kind === "table" ? [...one.departments.keys()] : [],
				),
		);
		const reader: Reader = {
			blanks: candidates,
			// No department comes after all others.
			departments: [...departments].sort((a, b) =>
				a === "" ? 1 : b === "" || a < b ? -1 : 1,
			),
			topics,
		};
		const sent = views(at, figures, published[month - 1] ?? null, topics);
		const file = readCsv(sent, reader);
		const told: Told[] = readMessages(sent, reader, file);
		const again = outputsOf(at, file, fromFile.at(-1) ?? null, topics);
		fromFile.push({ at, figures: file });
		const learned = learn(file, told);
		read.push({
			at,
			figures: learned.figures,
			more: [...learned.more, ...differences(sent, again)],
		});
	}
	return read;
}

function differences(sent: Outputs, again: Outputs): unknown[] {
	const all = ({ csv, spoken, blocks }: Outputs) =>
		[csv, ...spoken, ...blocks].map((part) => JSON.stringify(part));
	const known = new Set(all(again));
	return all(sent).filter((part) => !known.has(part));
}
