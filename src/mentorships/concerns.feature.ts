import { z } from "zod";
import type { Deps } from "../deps.ts";
import { programButtons } from "../programs/program-buttons.views.ts";
import { section } from "../slack/blocks.ts";
import { action, type Entry, type Feature } from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { type Concern, openReport } from "./concern.ts";
import {
	readConcern,
	readConcernsOf,
	readProgramsWithoutContact,
	tend,
} from "./concerns.service.ts";
import { concernMessage, confidenceSection } from "./concerns.views.ts";

const concernButton = z.object({ value: z.uuid() });

/**
 * The contact's own: read it, and be done with it. Below the message it takes
 * the message's place; from the overview it stands beside it.
 */
function tendEntry(
	id: string,
	act: "read" | "close",
	how: "replace" | "say",
): Entry {
	return action({
		id,
		policy: {
			who: "related",
			to: "concern",
			as: ["contact"],
			id: ({ value }) => value,
		},
		input: concernButton,
		async handle(deps, visit, { value }) {
			const { workspaceId, actor, text } = visit;
			const concern = await tend(deps, visit, value, act);
			const message = concern
				? concernMessage(concern, open(deps, workspaceId, concern), actor, text)
				: sentence(text, "mentorships:concern.gone");
			return { do: how, message };
		},
	});
}

function open(deps: Deps, workspaceId: string, concern: Concern) {
	const { concernId, body } = concern;
	return openReport(deps.cipher, { workspaceId, concernId }, body);
}

/** What is written in confidence, between its reporter and the contact. */
export const concernsFeature: Feature = {
	name: "mentorships",
	entries: [
		tendEntry("mentorships:showConcern", "read", "say"),
		tendEntry("mentorships:readConcern", "read", "replace"),
		tendEntry("mentorships:closeConcern", "close", "replace"),
	],
	home: [
		async (deps, visit) => {
			const { actor, text } = visit;
			const concerns = await readConcernsOf(deps, visit);
			if (concerns.length === 0) return null;
			return {
				title: text.plain("mentorships:confidence.title"),
				blocks: confidenceSection(concerns, actor, text),
			};
		},
		// Said to managers whether or not anyone has looked for a contact.
		async (deps, visit) => {
			const programs = await readProgramsWithoutContact(deps, visit);
			if (programs.length === 0) return null;
			return {
				title: visit.text.plain("mentorships:toDo.title"),
				blocks: programs.map(({ programId, name: program }) => {
					const [settings] = programButtons(programId, visit.text);
					return section(
						visit.text.mrkdwn("mentorships:toDo.contact", { program }),
						settings,
					);
				}),
			};
		},
	],
	messages: {
		"mentorships:concern": {
			ifUnknown: "resend",
			async render({ trx, deps, subjectId, personId, text }) {
				const concern = await readConcern(trx, subjectId);
				const reader = personId ? await readPerson(trx, personId) : undefined;
				if (!concern || !reader) return null;
				if (concern.contact?.personId !== reader.personId) return null;
				const words = open(deps, trx.workspaceId, concern);
				return concernMessage(concern, words, reader, text);
			},
		},
	},
};
