import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { join } from "./enrollment.service.ts";
import { joinedMessage, joinReply } from "./join.views.ts";
import { emptyJoinForm, joinForm } from "./join-form.ts";
import { readJoinTerms } from "./join-terms.service.ts";
import {
	declineNomination,
	judgeNominee,
	nominate,
	prepareJoin,
	readInvitation,
	readTypedTopic,
} from "./nominate.service.ts";
import { nominationForm, readSuggestion } from "./nominate.ts";
import { nominateModal, nominationMessage } from "./nominate.views.ts";

const nominationButton = z.object({ value: z.uuid() });
const joinPage = z.object({
	form: joinForm,
	meta: z.object({ nomination: z.uuid() }),
});

const asNominee = {
	who: "related" as const,
	to: "nomination" as const,
	as: ["nominee"],
};

/** The form, or at once why this colleague is none for it. */
async function openForm(
	deps: Deps,
	visit: Visit,
	{ slackUserId, topic: typed }: ReturnType<typeof readSuggestion>,
): Promise<Reply> {
	const { text } = visit;
	if (slackUserId) {
		const { person, why } = await judgeNominee(deps, visit, slackUserId);
		if (why) {
			const name = person?.name ?? "";
			const key = `enrollment:notNominable.${why}` as const;
			return { do: "say", message: sentence(text, key, { name }) };
		}
	}
	const topic = await readTypedTopic(deps, visit, typed);
	return { do: "open", view: nominateModal({ slackUserId, topic }, text) };
}

/** Anyone can name a colleague who would make a good mentor. */
export const nominateFeature: Feature = {
	name: "enrollment",
	entries: [
		command({
			id: "suggest",
			policy: { who: "member" },
			input: z.string().transform(readSuggestion),
			help: {
				usage: "suggest @person topic",
				about: "enrollment:help.suggest",
			},
			handle: openForm,
		}),
		view({
			id: "enrollment:nominate",
			policy: { who: "member" },
			input: z.object({ form: nominationForm }),
			async handle(deps, visit, { form }) {
				const { text } = visit;
				const { person, why } = await judgeNominee(deps, visit, form.person);
				const name = person?.name ?? "";
				if (!person || why) {
					const key = `enrollment:notNominable.${why ?? "unknown"}` as const;
					return {
						do: "errors",
						errors: { person: text.plain(key, { name }) },
					};
				}
				await nominate(deps, visit, person.personId, form);
				const thanks = sentence(text, "enrollment:nominate.thanks", { name });
				return { do: "say", message: thanks };
			},
		}),
		action({
			id: "enrollment:joinNominated",
			policy: { ...asNominee, id: ({ value }) => value },
			input: nominationButton,
			async handle(deps, visit, { value }) {
				const { text, actor } = visit;
				const topic = await prepareJoin(deps, visit, value);
				if (topic === "already")
					return {
						do: "say",
						message: sentence(text, "enrollment:joined.already"),
					};
				const isMentee = actor.enrollment && actor.enrollment.state !== "left";
				const page = {
					...emptyJoinForm,
					role: isMentee ? ("both" as const) : ("mentor" as const),
					wanted: [],
					offered: [topic],
					id: "enrollment:joinFromNomination",
					submit: text.plain("enrollment:join.submit"),
					metadata: { nomination: value },
				};
				return joinReply(page, await readJoinTerms(deps, visit), text);
			},
		}),
		view({
			id: "enrollment:joinFromNomination",
			policy: { ...asNominee, id: ({ meta }) => meta.nomination },
			input: joinPage,
			async handle(deps, visit, { form }) {
				await join(deps, visit, form);
				return { do: "say", message: joinedMessage(form, visit.text) };
			},
		}),
		action({
			id: "enrollment:declineNomination",
			policy: { ...asNominee, id: ({ value }) => value },
			input: nominationButton,
			async handle(deps, visit, { value }) {
				const done = await declineNomination(deps, visit, value);
				const key = done ? "declined" : "isMentor";
				return {
					do: "replace",
					message: sentence(visit.text, `enrollment:nominated.${key}`),
				};
			},
		}),
	],
	messages: {
		"enrollment:nomination": {
			ifUnknown: "drop",
			async render(context) {
				const nomination = await readInvitation(context);
				return nomination && nominationMessage(nomination, context.text);
			},
		},
	},
};
