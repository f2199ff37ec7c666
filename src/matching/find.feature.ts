import { z } from "zod";
import { action, command, type Feature } from "../slack/feature.ts";
import { find } from "./find.service.ts";
import { readQuery } from "./find.ts";
import { foundMessage, startSection } from "./find.views.ts";
import { searchButton } from "./search-button.ts";

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
			input: searchButton,
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
