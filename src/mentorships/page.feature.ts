import { z } from "zod";
import { action, type Feature } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPage, readPages } from "./page.service.ts";
import type { PagePart } from "./page.ts";
import { mentorshipModal, mentorshipsSection } from "./page.views.ts";

/** Each mentorship on Home, and a page of its own; made of parts. */
export const pageFeature = (parts: PagePart[]): Feature => ({
	name: "mentorships",
	entries: [
		action({
			id: "mentorships:open",
			policy: {
				who: "related",
				to: "mentorship",
				as: ["mentor", "mentee", "peer"],
				id: ({ value }) => value,
			},
			input: z.object({ value: z.uuid() }),
			async handle(deps, visit, { value }) {
				const { actor, text } = visit;
				const page = await readPage(deps, visit, value, parts);
				return page
					? { do: "open", view: mentorshipModal(page, actor, text) }
					: { do: "say", message: sentence(text, "mentorships:wrong.gone") };
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const { actor, text } = visit;
			const pages = await readPages(deps, visit, parts);
			if (pages.length === 0) return null;
			return {
				title: text.plain("mentorships:title"),
				blocks: mentorshipsSection(pages, actor, text),
			};
		},
	],
});
