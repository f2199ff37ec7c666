import { z } from "zod";
import { cut } from "../slack/mrkdwn.ts";

/** A program's own lines of the participation text, beside the fixed five. */
export const mostOwnLines = 3;
export const longestOwnLine = 200;

export const ownLinesForm = z.object({
	lines: z
		.string()
		.nullish()
		.transform((text) =>
			(text ?? "")
				.split("\n")
				.map((line) => line.trim())
				.filter((line) => line !== "")
				.map((line) => cut(line, longestOwnLine)),
		),
});

/** Before anyone writes own lines there is the fixed text, version 1. */
export const firstVersion = 1;

/** What people agree to beside the lines that are the same everywhere. */
export type Terms = {
	ownLines: string[];
	/** From when managers see by name how mentorships go; null: they do not. */
	healthFrom: Date | null;
};
export type Version = Terms & { version: number };

export const firstTerms: Version = {
	version: firstVersion,
	ownLines: [],
	healthFrom: null,
};

/** What somebody has not agreed to; null: nothing of the newest is new. */
export type NewTerms = { isHealthNew: boolean };

/**
 * What the newest of these versions asks beyond the one somebody agreed to:
 * other lines, or that managers see more. That they see less needs no yes.
 */
export function newTermsFor(
	versions: readonly Version[],
	agreedTo: number,
): NewTerms | null {
	const agreed = versions.find(({ version }) => version === agreedTo);
	const before = agreed ?? firstTerms;
	const newest = versions.reduce(
		(last, one) => (one.version > last.version ? one : last),
		firstTerms,
	);
	if (newest.version <= agreedTo) return null;
	const from = newest.healthFrom?.getTime() ?? null;
	const isHealthNew = from !== null && from !== before.healthFrom?.getTime();
	const areLinesNew = before.ownLines.join("\n") !== newest.ownLines.join("\n");
	return isHealthNew || areLinesNew ? { isHealthNew } : null;
}
