import type { Candidate, Released } from "../../src/reports/candidate.ts";
import { release } from "../../src/reports/release.ts";

export const some = (name: string, count: number): string[] =>
	Array.from({ length: count }, (_, at) => `${name}${at}`);

export const day = (month: number) =>
	new Date(Date.UTC(2026, month, 1)).toISOString();

/** Releases month after month. */
export function publish(...months: Candidate[][]): Released[] {
	const past: Released[] = [];
	for (const [month, candidates] of months.entries())
		past.push(release(candidates, past, day(month)));
	return past;
}

export const enrolled = (...people: string[]): Candidate => ({
	id: "enrolled",
	kind: "count",
	people: new Set(people),
});

export const share = (yes: number, no: number): Candidate => ({
	id: "matched",
	kind: "share",
	people: new Set([...some("y", yes), ...some("n", no)]),
	yes: new Set(some("y", yes)),
});

export const mean = (...scores: number[]): Candidate => ({
	id: "useful",
	kind: "mean",
	values: new Map(scores.map((score, at) => [`p${at}`, score])),
});
