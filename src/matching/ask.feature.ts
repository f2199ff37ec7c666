import { z } from "zod";
import type { Deps } from "../deps.ts";
import { join } from "../enrollment/enrollment.service.ts";
import { joinModal } from "../enrollment/join.views.ts";
import { emptyJoinForm, joinForm } from "../enrollment/join-form.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { findOrMeet } from "../workspaces/people.service.ts";
import {
	type AskPage,
	type NotAskable,
	prepareAsk,
	saveDraft,
	sendAsk,
} from "./ask.service.ts";
import { askForm } from "./ask.ts";
import { askModal, notAskableMessage, previewModal } from "./ask.views.ts";

const mentorMeta = z.object({ mentor: z.uuid() });
const mentorButton = z.object({ value: z.uuid() });

/** `written`: it comes too late, after the form, of which nothing is lost. */
function notAskable(
	visit: Visit,
	why: NotAskable,
	mentor: { name: string } | undefined,
	written = false,
): Reply {
	const name = mentor?.name ?? "";
	return {
		do: "say",
		message: notAskableMessage({ why, name, written }, visit.text),
	};
}

/** Answers with a view of the form, or with why there is none. */
async function withPage(
	deps: Deps,
	visit: Visit,
	mentorId: string,
	reply: (page: AskPage) => Reply,
	written = false,
): Promise<Reply> {
	const asked = await prepareAsk(deps, visit, mentorId);
	return asked.ok
		? reply(asked.page)
		: notAskable(visit, asked.why, asked.mentor, written);
}

/** Whoever has not joined yet joins on the way, with the same first page. */
function beginAsk(deps: Deps, visit: Visit, mentorId: string): Promise<Reply> {
	const { text, actor } = visit;
	return withPage(deps, visit, mentorId, (page) => ({
		do: "open",
		view:
			actor.enrollment && actor.enrollment.state !== "left"
				? askModal(page, text)
				: joinModal(
						{
							...emptyJoinForm,
							wanted: [],
							offered: [],
							id: "matching:joinAndAsk",
							submit: text.plain("enrollment:join.submit"),
							metadata: { mentor: mentorId },
						},
						text,
					),
	}));
}

export const askFeature: Feature = {
	name: "matching",
	entries: [
		command({
			id: "ask",
			policy: { who: "member" },
			input: z.string().transform((text) => {
				const [, slackUserId] = text.match(/<@([A-Z0-9]+)(?:\|[^>]*)?>/) ?? [];
				return slackUserId;
			}),
			help: { usage: "ask @person", about: "matching:help.ask" },
			async handle(deps, visit, slackUserId) {
				if (!slackUserId)
					return {
						do: "say",
						message: sentence(visit.text, "matching:ask.usage"),
					};
				const mentor = await findOrMeet(deps, visit.workspaceId, slackUserId);
				return mentor
					? beginAsk(deps, visit, mentor.personId)
					: notAskable(visit, "unknown", undefined);
			},
		}),
		action({
			id: "matching:ask",
			policy: { who: "member" },
			input: mentorButton,
			handle: (deps, visit, { value }) => beginAsk(deps, visit, value),
		}),
		view({
			id: "matching:joinAndAsk",
			policy: { who: "member" },
			input: z.object({ form: joinForm, meta: mentorMeta }),
			async handle(deps, visit, { form, meta }) {
				await join(deps, visit, form);
				return withPage(deps, visit, meta.mentor, (page) => ({
					do: "update",
					view: askModal(page, visit.text),
				}));
			},
		}),
		view({
			id: "matching:preview",
			policy: { who: "enrolled" },
			input: z.object({ form: askForm, meta: mentorMeta }),
			async handle(deps, visit, { form, meta }) {
				await saveDraft(deps, visit, meta.mentor, form);
				const preview = (page: AskPage): Reply => ({
					do: "update",
					view: previewModal(
						page,
						{ ask: form, mentee: visit.actor.name },
						visit.text,
					),
				});
				return withPage(deps, visit, meta.mentor, preview, true);
			},
		}),
		action({
			id: "matching:edit",
			policy: { who: "enrolled" },
			input: mentorButton,
			handle: (deps, visit, { value }) =>
				withPage(deps, visit, value, (page) => ({
					do: "update",
					view: askModal(page, visit.text),
				})),
		}),
		view({
			id: "matching:send",
			policy: { who: "enrolled" },
			input: z.object({ meta: mentorMeta }),
			async handle(deps, visit, { meta }) {
				const sent = await sendAsk(deps, visit, meta.mentor);
				if (!sent.sent) return notAskable(visit, sent.why, sent.mentor, true);
				return {
					do: "say",
					message: sentence(visit.text, "matching:sent", {
						name: sent.mentor.name,
					}),
				};
			},
		}),
	],
};
