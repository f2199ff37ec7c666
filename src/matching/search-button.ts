import { z } from "zod";
import { longestQuery } from "./find.ts";

/** What a button that goes on with a search carries. */
export type Search = { query: string; offset: number };

export const searchValue = ({ query, offset }: Search): string =>
	JSON.stringify({ query, offset });

export const searchButton = z.object({
	value: z
		.string()
		.transform((text, context) => {
			try {
				return JSON.parse(text);
			} catch {
				context.addIssue("not JSON");
				return z.NEVER;
			}
		})
		.pipe(
			z.object({
				query: z.string().max(longestQuery),
				offset: z.number().int().min(0).max(1_000),
			}),
		),
});
