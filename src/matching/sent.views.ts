import type { Button, KnownBlock } from "@slack/types";
import { withProgram } from "../programs/program-phrase.ts";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { dayFor } from "./request.views.ts";
import type { RequestRow } from "./requests.queries.ts";

/** A mentee's lists: who is asked, since when, until when, and who is next. */
export function sentSection(lists: RequestRow[][], text: Text): KnownBlock[] {
	return lists.flatMap((list) => listBlocks(list, text));
}

function listBlocks(list: RequestRow[], text: Text): KnownBlock[] {
	const [asked, ...queued] = list.toSorted((a, b) => a.position - b.position);
	if (!asked) return [];
	const [next] = queued;
	const buttons = [
		...(asked.state === "asked_back" ? [answerButton(asked, text)] : []),
		withdrawButton(asked, next, text),
		...(next ? [withdrawAllButton(asked, text)] : []),
	];
	return [
		section(withProgram(lineOf(asked, next, text), asked.programName, text)),
		...queued.map((request) =>
			section(
				text.mrkdwn("matching:waiting.queued", {
					person: mention(request.mentorSlackId),
				}),
				takeOffButton(request, text),
			),
		),
		actions(...buttons),
	];
}

function lineOf(asked: RequestRow, next: RequestRow | undefined, text: Text) {
	const person = mention(asked.mentorSlackId);
	const until = dayFor(asked, "mentee", asked.closesAt);
	if (asked.state === "asked_back")
		return text.mrkdwn("matching:waiting.sentBack", { person, until });
	const date = dayFor(asked, "mentee", asked.askedAt);
	return next
		? text.mrkdwn("matching:waiting.sentNext", {
				person,
				date,
				until,
				next: mention(next.mentorSlackId),
			})
		: text.mrkdwn("matching:waiting.sent", { person, date, until });
}

export function answerButton(request: RequestRow, text: Text): Button {
	return button({
		id: "matching:answerQuestion",
		value: request.requestId,
		style: "primary",
		label: text.plain("matching:waiting.answer", { name: request.mentorName }),
	});
}

function withdrawButton(
	{ requestId, mentorName: name }: RequestRow,
	next: RequestRow | undefined,
	text: Text,
): Button {
	return button({
		id: "matching:withdraw",
		value: requestId,
		label: text.plain("matching:waiting.withdraw"),
		spoken: text.plain("matching:waiting.withdrawSpoken", { name }),
		confirm: {
			title: text.plain("matching:withdraw.title"),
			text: next
				? text.plain("matching:withdraw.next", { name, next: next.mentorName })
				: text.plain("matching:withdraw.confirm", { name }),
			yes: text.plain("matching:withdraw.yes"),
			no: text.plain("matching:withdraw.no"),
		},
	});
}

/** Nobody has heard of it yet: nothing to confirm. */
function takeOffButton(
	{ requestId, mentorName: name }: RequestRow,
	text: Text,
): Button {
	return button({
		id: "matching:withdraw",
		value: requestId,
		label: text.plain("matching:waiting.takeOff"),
		spoken: text.plain("matching:waiting.takeOffSpoken", { name }),
	});
}

function withdrawAllButton(
	{ requestId, mentorName: name }: RequestRow,
	text: Text,
): Button {
	return button({
		id: "matching:withdrawList",
		value: requestId,
		label: text.plain("matching:waiting.withdrawAll"),
		spoken: text.plain("matching:waiting.withdrawAllSpoken"),
		confirm: {
			title: text.plain("matching:withdraw.all"),
			text: text.plain("matching:withdraw.allConfirm", { name }),
			yes: text.plain("matching:withdraw.yes"),
			no: text.plain("matching:withdraw.no"),
		},
	});
}

/** To the mentee: a no and a silence read the same. */
export function declinedMessage(
	{ mentorName: name }: RequestRow,
	next: RequestRow | undefined,
	text: Text,
): Message {
	const words = text.mrkdwn("matching:declined.text", { name });
	return {
		text: words,
		blocks: [
			section(words),
			context(
				next
					? text.mrkdwn("matching:declined.asked", { next: next.mentorName })
					: text.mrkdwn("matching:declined.next"),
			),
		],
	};
}

/** To the mentee: a colleague their mentor thought of. */
export function suggestedMessage(
	{ mentorName: name, mentorSlackId }: RequestRow,
	colleague: { personId: string; slackUserId: string; name: string },
	text: Text,
): Message {
	return {
		text: text.mrkdwn("matching:suggested.text", { name }),
		blocks: [
			section(
				text.mrkdwn("matching:suggested.body", {
					mentor: mention(mentorSlackId),
					person: mention(colleague.slackUserId),
				}),
			),
			actions(
				button({
					id: "matching:ask",
					value: colleague.personId,
					label: text.plain("matching:find.ask", { name: colleague.name }),
				}),
			),
			context(text.mrkdwn("matching:suggested.next")),
		],
	};
}
