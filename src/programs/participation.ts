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
