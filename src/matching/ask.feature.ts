import { z } from "zod";
import type { Deps } from "../deps.ts";
import { join } from "../enrollment/enrollment.service.ts";
import { joinReply } from "../enrollment/join.views.ts";
import { emptyJoinForm, joinForm } from "../enrollment/join-form.ts";
import { readJoinTerms } from "../enrollment/join-terms.service.ts";
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
	isUnconfirmed,
	prepareAsk,
	sendAsk,
} from "./ask.service.ts";
import { askForm } from "./ask.ts";
import { askModal } from "./ask.views.ts";
import { saveDraft } from "./ask-drafts.service.ts";
import {
	notAskableMessage,
	previewModal,
	sentMessage,
} from "./ask-preview.views.ts";
import type { NotAskable } from "./askable.service.ts";

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
	reply: (page: AskPage) => Reply | Promise<Reply>,
	written = false,
): Promise<Reply> {
	const asked = await prepareAsk(deps, visit, mentorId);
	return asked.ok
		? reply(asked.page)
		: notAskable(visit, asked.why, asked.mentor, written);
}

const isEnrolled = ({ actor }: Visit) =>
	actor.enrollment !== null && actor.enrollment.state !== "left";

/** What was written, as it will be seen; or the form, for what it lacks. */
export function showPreview(
	deps: Deps,
	visit: Visit,
	mentorId: string,
): Promise<Reply> {
	const { text, actor } = visit;
	const preview = (page: AskPage): Reply => {
		const { draft: ask, mentor } = page;
		if (!isEnrolled(visit))
			return notAskable(visit, "notEnrolled", mentor, true);
		const unconfirmed = ask !== null && isUnconfirmed(page, ask);
		const view =
			ask === null || unconfirmed
				? askModal(page, text, { unconfirmed })
				: previewModal(page, { ask, mentee: actor.name }, text);
		return { do: "update", view };
	};
	return withPage(deps, visit, mentorId, preview, true);
}

/** Whoever has not joined yet joins on the way, with the same first page. */
async function beginAsk(
	deps: Deps,
	visit: Visit,
	mentorId: string,
): Promise<Reply> {
	const { text } = visit;
	const terms = await readJoinTerms(deps, visit);
	return withPage(deps, visit, mentorId, (page) => {
		if (isEnrolled(visit)) return { do: "open", view: askModal(page, text) };
		const first = {
			...emptyJoinForm,
			wanted: [],
			offered: [],
			id: "matching:joinAndAsk",
			submit: text.plain("enrollment:join.submit"),
			metadata: { mentor: mentorId },
		};
		return joinReply(first, terms, text);
	});
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
			// Also for whoever has left meanwhile: what they typed is kept.
			policy: { who: "member" },
			input: z.object({ form: askForm, meta: mentorMeta }),
			async handle(deps, visit, { form, meta }) {
				await saveDraft(deps, visit, meta.mentor, form);
				return showPreview(deps, visit, meta.mentor);
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
			policy: { who: "member" },
			input: z.object({ meta: mentorMeta }),
			async handle(deps, visit, { meta }) {
				const { text, actor } = visit;
				const sent = await sendAsk(deps, visit, meta.mentor);
				if (sent.sent)
					return { do: "say", message: sentMessage(sent, actor, text) };
				if (sent.why === "unconfirmed")
					return {
						do: "update",
						view: askModal(sent.page, text, { unconfirmed: true }),
					};
				return notAskable(visit, sent.why, sent.mentor, true);
			},
		}),
	],
};
