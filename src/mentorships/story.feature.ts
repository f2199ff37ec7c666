import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Feature,
	type Policy,
	type Reply,
	type Visit,
} from "../slack/feature.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { type ReadGoals, withdrawQuote } from "./look-back.service.ts";
import { readMentorship } from "./mentorships.service.ts";
import { pickModal } from "./pick.views.ts";
import { beforeMessage } from "./since.views.ts";
import { readPast, readStory, sendStory } from "./story.service.ts";
import { storyFile, storyMessage, storyModal } from "./story.views.ts";
import { toMember } from "./to-member.service.ts";

const button = z.object({ value: z.uuid() });
const ofButton: Policy<{ value: string }> & { who: "related" } = {
	who: "related",
	to: "mentorship",
	as: ["mentor", "mentee", "peer"],
	id: ({ value }) => value,
};

/** My mentoring story: a message, a page and a file, for its owner alone. */
export function storyFeature(readGoals: ReadGoals): Feature {
	async function show(
		deps: Deps,
		visit: Visit,
		mentorshipId: string,
	): Promise<Reply> {
		const { workspaceId, actor, text } = visit;
		const { personId } = actor;
		return withWorkspace(deps.db, workspaceId, async (trx) => {
			const mine = { mentorshipId, personId };
			const story = await readStory(deps, trx, mine, readGoals);
			if (story) return { do: "update", view: storyModal(story, actor, text) };
			const mentorship = await readMentorship(trx, mentorshipId);
			if (!mentorship) return { do: "nothing" };
			const message = beforeMessage(mentorship, actor, text);
			return { do: "update", view: noticeModal(message, text) };
		});
	}

	return {
		name: "mentorships",
		entries: [
			command({
				id: "story",
				policy: { who: "member" },
				input: z.string(),
				help: { usage: "story", about: "mentorships:story.help" },
				async handle(deps, visit) {
					const { actor, text } = visit;
					const past = await readPast(deps, visit);
					const [only] = past;
					if (!only)
						return {
							do: "say",
							message: sentence(text, "mentorships:story.none"),
						};
					if (past.length === 1) return show(deps, visit, only.mentorshipId);
					const pick = {
						action: "mentorships:story",
						title: text.plain("mentorships:story.button"),
					};
					return { do: "update", view: pickModal(past, pick, actor, text) };
				},
			}),
			action({
				id: "mentorships:story",
				policy: ofButton,
				input: button,
				handle: (deps, visit, { value }) => show(deps, visit, value),
			}),
			action({
				id: "mentorships:withdrawQuote",
				policy: ofButton,
				input: button,
				async handle(deps, visit, { value }) {
					await withdrawQuote(deps, visit, value);
					const message = sentence(visit.text, "mentorships:story.withdrawn");
					return { do: "say", message };
				},
			}),
			action({
				id: "mentorships:storyFile",
				policy: ofButton,
				input: button,
				async handle(deps, visit, { value }) {
					if (!(await sendStory(deps, visit, value)))
						return show(deps, visit, value);
					const message = sentence(visit.text, "mentorships:story.onItsWay");
					return { do: "say", message };
				},
			}),
		],
		messages: {
			"mentorships:story": toMember(
				["completed"],
				async ({ deps, trx, mentorship, reader, text }) => {
					const { mentorshipId } = mentorship;
					const { personId } = reader;
					const mine = { mentorshipId, personId };
					const story = await readStory(deps, trx, mine, readGoals);
					return story && storyMessage(story, reader, text);
				},
			),
			"mentorships:story-file": {
				ifUnknown: "resend",
				async render({ deps, trx, subjectId, personId, text }) {
					const owner = personId ? await readPerson(trx, personId) : undefined;
					if (!owner) return null;
					const mine = {
						mentorshipId: subjectId,
						personId: owner.personId,
					};
					const story = await readStory(deps, trx, mine, readGoals);
					return story && storyFile(story, owner, text);
				},
			},
		},
	};
}
