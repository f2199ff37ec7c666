import type { Button, KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { dateToken, mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { Ask } from "./ask.ts";
import { askBlocks } from "./ask.views.ts";
import type { RequestRow } from "./requests.queries.ts";

type Reader = { zone: string; locale: string };

/** The request as it reaches the mentor. */
export function requestMessage(
	request: RequestRow,
	ask: Ask,
	text: Text,
): Message {
	return {
		text: text.mrkdwn("matching:request.text", { name: request.menteeName }),
		blocks: [
			section(
				text.mrkdwn("matching:request.title", {
					person: mention(request.menteeSlackId),
				}),
			),
			...askBlocks(ask, namesOf(request), text),
			actions(...answerButtons(request, text)),
			context(text.mrkdwn("matching:request.free")),
		],
	};
}

/** Requests that wait for this person's answer: first on Home. */
export function answerSection(
	requests: RequestRow[],
	reader: Reader,
	text: Text,
): KnownBlock[] {
	return requests.flatMap((request) => [
		section(
			text.mrkdwn("matching:waiting.received", {
				person: mention(request.menteeSlackId),
				date: askedOn(request, reader),
			}),
		),
		actions(
			button({
				id: "matching:read",
				value: request.requestId,
				label: text.plain("matching:waiting.read"),
				spoken: text.plain("matching:waiting.readSpoken", {
					name: request.menteeName,
				}),
			}),
			...answerButtons(request, text),
		),
	]);
}

/** Requests this person has made, since when, and whose move it is. */
export function openRequestsSection(
	requests: RequestRow[],
	reader: Reader,
	text: Text,
): KnownBlock[] {
	return requests.map((request) =>
		section(
			text.mrkdwn("matching:waiting.sent", {
				person: mention(request.mentorSlackId),
				date: askedOn(request, reader),
			}),
			button({
				id: "matching:withdraw",
				value: request.requestId,
				label: text.plain("matching:waiting.withdraw"),
				spoken: text.plain("matching:waiting.withdrawSpoken", {
					name: request.mentorName,
				}),
				confirm: {
					title: text.plain("matching:withdraw.title"),
					text: text.plain("matching:withdraw.confirm", {
						name: request.mentorName,
					}),
					yes: text.plain("matching:withdraw.yes"),
					no: text.plain("matching:withdraw.no"),
				},
			}),
		),
	);
}

function answerButtons(request: RequestRow, text: Text): Button[] {
	const name = request.menteeName;
	return [
		button({
			id: "matching:accept",
			value: request.requestId,
			style: "primary",
			label: text.plain("matching:request.accept", { name }),
		}),
		button({
			id: "matching:decline",
			value: request.requestId,
			label: text.plain("matching:request.notNow"),
			spoken: text.plain("matching:request.notNowSpoken", { name }),
		}),
	];
}

function namesOf({ menteeName, mentorName }: RequestRow) {
	return { mentee: menteeName, mentor: mentorName };
}

function askedOn({ askedAt }: RequestRow, reader: Reader) {
	return dateToken(slackDate(askedAt, "day", reader));
}

/** To the mentee: a no and a silence read the same. */
export function declinedMessage(request: RequestRow, text: Text): Message {
	const name = request.mentorName;
	return {
		text: text.mrkdwn("matching:declined.text", { name }),
		blocks: [
			section(text.mrkdwn("matching:declined.text", { name })),
			context(text.mrkdwn("matching:declined.next")),
		],
	};
}

/** The first message in the group conversation of the two. */
export function introductionMessage(
	request: RequestRow,
	ask: Ask,
	text: Text,
): Message {
	return {
		text: text.mrkdwn("matching:introduction.text", {
			mentee: request.menteeName,
			mentor: request.mentorName,
		}),
		blocks: [
			section(
				text.mrkdwn("matching:introduction.title", {
					mentee: mention(request.menteeSlackId),
					mentor: mention(request.mentorSlackId),
				}),
			),
			...askBlocks(ask, namesOf(request), text),
			section(
				text.mrkdwn("matching:introduction.next", {
					mentee: mention(request.menteeSlackId),
				}),
			),
			context(text.mrkdwn("matching:introduction.private")),
		],
	};
}
