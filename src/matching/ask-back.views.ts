import {
	actions,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { textInput } from "../slack/inputs.ts";
import { mention, quote } from "../slack/mrkdwn.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text, TextKey } from "../slack/text.ts";
import { dayFor, noteBlock } from "./request.views.ts";
import { type Note, noteLengths } from "./request-note.ts";
import type { RequestRow } from "./requests.queries.ts";
import { answerButton } from "./sent.views.ts";

/** Tell me more: one question to the mentee. */
export function questionModal(
	{ requestId, menteeName: name }: RequestRow,
	text: Text,
): Modal {
	return modal({
		id: "matching:question",
		title: text.plain("matching:question.title"),
		submit: text.plain("matching:question.send", { name }),
		close: text.plain("matching:question.cancel"),
		metadata: { request: requestId },
		blocks: [
			textInput({
				name: "question",
				label: text.plain("matching:question.label", { name }),
				hint: text.plain("matching:question.hint", { name }),
				max: noteLengths.question,
				lines: true,
			}),
			context(text.mrkdwn("matching:question.clock", { name })),
		],
	});
}

/** To the mentee: the question, and whose move it is. */
export function questionMessage(
	request: RequestRow,
	{ notes, again }: { notes: Note[]; again: boolean },
	text: Text,
): Message {
	const key: TextKey = again
		? "matching:question.reminder"
		: "matching:question.text";
	const date = dayFor(request, "mentee", request.closesAt);
	return {
		text: text.mrkdwn(key, { name: request.mentorName }),
		blocks: [
			section(
				text.mrkdwn("matching:question.asked", {
					person: mention(request.mentorSlackId),
				}),
			),
			...notes.slice(-1).map((note) => noteBlock(request, note, text)),
			actions(answerButton(request, text)),
			context(text.mrkdwn("matching:question.move", { date })),
		],
	};
}

/** The mentee's answer, below the question. */
export function replyModal(
	request: RequestRow,
	notes: Note[],
	text: Text,
): Modal {
	const name = request.mentorName;
	return modal({
		id: "matching:reply",
		title: text.plain("matching:reply.title"),
		submit: text.plain("matching:reply.send"),
		close: text.plain("matching:question.cancel"),
		metadata: { request: request.requestId },
		blocks: [
			...notes.slice(-1).map((note) => noteBlock(request, note, text)),
			textInput({
				name: "reply",
				label: text.plain("matching:reply.label", { name }),
				hint: text.plain("matching:reply.hint", { name }),
				max: noteLengths.reply,
				lines: true,
			}),
		],
	});
}

/** It came too late, and what was written is not lost. */
export function tooLateMessage(
	message: Message,
	words: string,
	text: Text,
): Message {
	const { blocks } = sentence(text, "matching:lost");
	return {
		...message,
		blocks: [...message.blocks, ...blocks, section(quote(words))],
	};
}
