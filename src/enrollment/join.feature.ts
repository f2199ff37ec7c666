import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import {
	action,
	command,
	type Feature,
	options,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { join } from "./enrollment.service.ts";
import { ownTopicValue } from "./enrollment.ts";
import { joinedMessage, joinModal } from "./join.views.ts";
import { emptyJoinForm, joinDraft, joinForm } from "./join-form.ts";
import { labelTopics, searchTopics } from "./topics.service.ts";

const anything = z.unknown();
const page = z.record(z.string(), z.string());

function openJoin({ actor, text }: Visit): Reply {
	const { enrollment } = actor;
	if (enrollment && enrollment.state !== "left")
		return {
			do: "say",
			message: sentence(text, "enrollment:joined.already"),
		};
	const page = {
		...emptyJoinForm,
		wanted: [],
		offered: [],
		id: "enrollment:join",
		submit: text.plain("enrollment:join.submit"),
		metadata: {},
	};
	return { do: "open", view: joinModal(page, text) };
}

/** Joining, and the search for topics that it and the profile need. */
export const joinFeature: Feature = {
	name: "enrollment",
	entries: [
		command({
			id: "join",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "join", about: "enrollment:help.join" },
			handle: async (_deps, visit) => openJoin(visit),
		}),
		action({
			id: "enrollment:startJoin",
			policy: { who: "member" },
			input: anything,
			handle: async (_deps, visit) => openJoin(visit),
		}),
		action({
			id: "enrollment:chooseRole",
			policy: { who: "member" },
			input: z.object({
				form: joinDraft,
				meta: page,
			}),
			async handle(deps, visit, { form, meta }) {
				const label = (values: string[]) =>
					withWorkspace(deps.db, visit.workspaceId, (trx) =>
						labelTopics(trx, visit.programId, values),
					);
				const [wanted, offered] = await Promise.all([
					label(form.wanted),
					label(form.offered),
				]);
				const { id = "enrollment:join", ...metadata } = meta;
				const submit = visit.text.plain("enrollment:join.submit");
				return {
					do: "update",
					view: joinModal(
						{ ...form, wanted, offered, id, submit, metadata },
						visit.text,
					),
				};
			},
		}),
		view({
			id: "enrollment:join",
			policy: { who: "member" },
			input: z.object({ form: joinForm }),
			async handle(deps, visit, { form }) {
				await join(deps, visit, form);
				return { do: "say", message: joinedMessage(form, visit.text) };
			},
		}),
		options({
			id: "enrollment:topics",
			policy: { who: "member" },
			input: z.string(),
			async handle(deps, visit, query) {
				const { found, own } = await searchTopics(deps, visit, query);
				const choices = found.map(({ topicId, name }) => ({
					value: topicId,
					label: name,
				}));
				if (own)
					choices.push({
						value: ownTopicValue(own),
						label: visit.text.plain("enrollment:join.ownTopic", { own }),
					});
				return { do: "suggest", choices };
			},
		}),
	],
};
