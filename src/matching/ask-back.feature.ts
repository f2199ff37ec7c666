import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { Message } from "../slack/blocks.ts";
import {
	action,
	type Feature,
	type MessageKind,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { requiredText } from "../slack/fields.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import { answeredMessage } from "./answered.views.ts";
import { askBack, reply } from "./ask-back.service.ts";
import {
	questionMessage,
	questionModal,
	replyModal,
	tooLateMessage,
} from "./ask-back.views.ts";
import type { Answered } from "./decide.service.ts";
import { canMove } from "./request-moves.ts";
import { noteLengths } from "./request-note.ts";
import {
	requestButton,
	requestMeta,
	whoTapped,
	whoWrote,
} from "./request-policy.ts";
import { findRequest, type RequestRow } from "./requests.queries.ts";
import { openWhole, readWhole } from "./requests.service.ts";

/** What a form did; of what was written too late, nothing is lost. */
function written(
	visit: Visit,
	answered: Answered | null,
	as: "mentor" | "mentee",
	words: string,
): Reply {
	if (!answered) return { do: "nothing" };
	const message = answeredMessage(answered, as, visit.text);
	return {
		do: "say",
		message:
			answered.outcome === "before"
				? tooLateMessage(message, words, visit.text)
				: message,
	};
}

async function opened(
	deps: Deps,
	visit: Visit,
	requestId: string,
	as: "mentor" | "mentee",
): Promise<Reply> {
	const whole = await openWhole(deps, visit, requestId);
	if (!whole) return { do: "nothing" };
	const { request, notes } = whole;
	const { text } = visit;
	if (!canMove(request.state, as === "mentor" ? "askBack" : "reply"))
		return {
			do: "say",
			message: answeredMessage({ outcome: "before", request }, as, text),
		};
	return {
		do: "open",
		view:
			as === "mentor"
				? questionModal(request, text)
				: replyModal(request, notes, text),
	};
}

/** Tell me more: a question back, and its answer. */
export const askBackFeature: Feature = {
	name: "matching",
	entries: [
		action({
			id: "matching:tellMore",
			policy: whoTapped("mentor"),
			input: requestButton,
			handle: (deps, visit, { value }) => opened(deps, visit, value, "mentor"),
		}),
		view({
			id: "matching:question",
			policy: whoWrote("mentor"),
			input: z.object({
				form: z.object({ question: requiredText(noteLengths.question) }),
				meta: requestMeta,
			}),
			async handle(deps, visit, { form: { question }, meta }) {
				const answered = await askBack(deps, visit, meta.request, question);
				return written(visit, answered, "mentor", question);
			},
		}),
		action({
			id: "matching:answerQuestion",
			policy: whoTapped("mentee"),
			input: requestButton,
			handle: (deps, visit, { value }) => opened(deps, visit, value, "mentee"),
		}),
		view({
			id: "matching:reply",
			policy: whoWrote("mentee"),
			input: z.object({
				form: z.object({ reply: requiredText(noteLengths.reply) }),
				meta: requestMeta,
			}),
			async handle(deps, visit, { form, meta }) {
				const answered = await reply(deps, visit, meta.request, form.reply);
				return written(visit, answered, "mentee", form.reply);
			},
		}),
	],
	messages: {
		"matching:question": question({ again: false }),
		"matching:question-reminder": question({ again: true }),
		"matching:lapsed": over(({ mentorName: name }, text) => ({
			text: text.mrkdwn("matching:lapsed.text", { name }),
			blocks: sentence(text, "matching:lapsed.body", { name }).blocks,
		})),
		"matching:closed": over(({ menteeName: name }, text) => ({
			text: text.mrkdwn("matching:closed.text", { name }),
			blocks: sentence(text, "matching:closed.body", { name }).blocks,
		})),
	},
};

function question({ again }: { again: boolean }): MessageKind {
	return {
		ifUnknown: "resend",
		async render({ trx, deps, subjectId, text }) {
			const whole = await readWhole(deps, trx, subjectId);
			if (whole?.request.state !== "asked_back") return null;
			const { request, notes } = whole;
			return questionMessage(request, { notes, again }, text);
		},
	};
}

function over(say: (request: RequestRow, text: Text) => Message): MessageKind {
	return {
		ifUnknown: "resend",
		async render({ trx, subjectId, text }) {
			const request = await findRequest(trx, subjectId);
			return request ? say(request, text) : null;
		},
	};
}
