import { z } from "zod";
import { action, command, type Feature } from "../slack/feature.ts";
import { find } from "./find.service.ts";
import { longestQuery, readQuery } from "./find.ts";
import { foundMessage, startSection } from "./find.views.ts";

const nextPage = z.object({
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

export const findFeature: Feature = {
	name: "matching",
	entries: [
		command({
			id: "find",
			policy: { who: "member" },
			input: z.string().transform(readQuery),
			help: { usage: "find [topic]", about: "matching:help.find" },
			async handle(deps, visit, query) {
				const page = await find(deps, visit, { query, offset: 0 });
				return { do: "say", message: foundMessage(page, visit.text) };
			},
		}),
		action({
			id: "matching:find",
			policy: { who: "member" },
			input: z.unknown(),
			async handle(deps, visit) {
				const page = await find(deps, visit, { query: "", offset: 0 });
				return { do: "say", message: foundMessage(page, visit.text) };
			},
		}),
		action({
			id: "matching:more",
			policy: { who: "member" },
			input: nextPage,
			async handle(deps, visit, { value }) {
				const page = await find(deps, visit, value);
				return { do: "say", message: foundMessage(page, visit.text) };
			},
		}),
	],
	home: [
		async (_deps, { text }) => ({
			title: text.plain("matching:start.title"),
			blocks: startSection(text),
		}),
	],
};
