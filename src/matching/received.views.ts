import type { Button, KnownBlock } from "@slack/types";
import { programLine, withProgram } from "../programs/program-phrase.ts";
import {
	actions,
	button,
	context,
	divider,
	type Message,
	section,
} from "../slack/blocks.ts";
import { mention } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { fitting } from "./message-room.ts";
import { dayFor, requestBlocks } from "./request.views.ts";
import type { RequestRow } from "./requests.queries.ts";
import type { WholeRequest } from "./requests.service.ts";

/** What made a request come before its mentor. */
export type Occasion = "request" | "reminder" | "replied";

/** One request in full, and below it the others who wait for an answer. */
export function requestMessage(
	whole: WholeRequest,
	{ occasion, others }: { occasion: Occasion; others: RequestRow[] },
	text: Text,
): Message {
	const { request } = whole;
	const person = mention(request.menteeSlackId);
	const blocks = [
		section(text.mrkdwn(`matching:${occasion}.title`, { person })),
		...programLine(request.programName, text).map((line) => context(line)),
		...requestBlocks(whole, text),
		actions(...answerButtons(request, text)),
		context(moveOf(request, text)),
	];
	return {
		text: text.mrkdwn(`matching:${occasion}.text`, {
			name: request.menteeName,
		}),
		blocks: withOthers(blocks, others, text, [request]),
	};
}

function moveOf(request: RequestRow, text: Text) {
	const date = dayFor(request, "mentor", request.closesAt);
	return request.state === "asked_back"
		? text.mrkdwn("matching:request.waits", { name: request.menteeName, date })
		: text.mrkdwn("matching:request.free", { date });
}

/** A mentor's list: each with the answers, and one answer to all of them. */
export function receivedBlocks(
	requests: RequestRow[],
	text: Text,
): KnownBlock[] {
	return listBlocks([], requests, text);
}

/** Below one request, or an answer to one: who else waits. */
export function withOthers(
	blocks: KnownBlock[],
	others: RequestRow[],
	text: Text,
	above: RequestRow[] = [],
): KnownBlock[] {
	if (others.length === 0) return blocks;
	const title = section(text.mrkdwn("matching:request.others"));
	const first = [...blocks, divider(), title];
	return [...first, ...listBlocks(first, others, text, above)];
}

/** As many as there is room for; Home has the others when these are done. */
function listBlocks(
	first: KnownBlock[],
	requests: RequestRow[],
	text: Text,
	above: RequestRow[] = [],
): KnownBlock[] {
	const groups = requests.map((request) => [
		section(withProgram(lineOf(request, text), request.programName, text)),
		actions(readButton(request, text), ...answerButtons(request, text)),
	]);
	const kept = fitting(first, groups);
	const shown = requests.slice(0, kept.length);
	return [
		...kept.flat(),
		...(shown.length > 1
			? [actions(restButton([...above, ...shown], text))]
			: []),
	];
}

function lineOf(request: RequestRow, text: Text) {
	const person = mention(request.menteeSlackId);
	const until = dayFor(request, "mentor", request.closesAt);
	return request.state === "asked_back"
		? text.mrkdwn("matching:waiting.receivedBack", { person, until })
		: text.mrkdwn("matching:waiting.received", {
				person,
				until,
				date: dayFor(request, "mentor", request.askedAt),
			});
}

function readButton({ requestId, menteeName }: RequestRow, text: Text): Button {
	return button({
		id: "matching:read",
		value: requestId,
		label: text.plain("matching:waiting.read"),
		spoken: text.plain("matching:waiting.readSpoken", { name: menteeName }),
	});
}

function answerButtons(request: RequestRow, text: Text): Button[] {
	const { requestId: value, menteeName: name } = request;
	const tellMore = button({
		id: "matching:tellMore",
		value,
		label: text.plain("matching:request.tellMore"),
		spoken: text.plain("matching:request.tellMoreSpoken", { name }),
	});
	return [
		button({
			id: "matching:accept",
			value,
			style: "primary",
			label: text.plain("matching:request.accept", { name }),
		}),
		...(request.state === "open" ? [tellMore] : []),
		button({
			id: "matching:decline",
			value,
			label: text.plain("matching:request.notNow"),
			spoken: text.plain("matching:request.notNowSpoken", { name }),
		}),
	];
}

/** To everyone who is shown, and by name: who comes later is not meant. */
function restButton(shown: RequestRow[], text: Text): Button {
	const names = shown.map(({ menteeName }) => menteeName);
	const [newest] = shown.toSorted(
		(a, b) => b.askedAt.getTime() - a.askedAt.getTime(),
	);
	return button({
		id: "matching:declineRest",
		value: newest?.requestId ?? "",
		label: text.plain("matching:request.rest"),
		confirm: {
			title: text.plain("matching:rest.title"),
			text: text.plain("matching:rest.confirm", { names: text.list(names) }),
			yes: text.plain("matching:rest.yes"),
			no: text.plain("matching:rest.no"),
		},
	});
}
