import { parse } from "csv-parse/sync";
import type { Candidate, Published } from "../../src/reports/candidate.ts";
import type { TextKey } from "../../src/slack/text.ts";
import { english, type Outputs } from "./outputs.ts";
import { figureOf } from "./read-outputs.ts";

const { plain } = english;

/**
 * A summary's file, read into the figures of its cohort: what it says of the
 * last one was read in the summary of that.
 */
export function readSummary(
	{ csv }: Outputs,
	{ candidates, at }: { candidates: readonly Candidate[]; at: string },
): Published[] {
	const [, ...lines]: string[][] = parse(csv, { bom: true });
	return candidates.map((blank) => {
		const own = lines
			.filter(([name]) => name === calledIn(blank.id))
			.map((line) => line.slice(0, 4))
			.filter(([, , , value]) => value !== "");
		return { ...figureOf(blank, own, { departments: [] }), asOf: at };
	});
}

function calledIn(figure: string): string {
	const id = figure.split(".").at(-1);
	const own = ["enrolled", "found"].includes(id ?? "");
	const place = own ? "summary" : "figure";
	return plain(`reports:${place}.${id}.name` as TextKey);
}
