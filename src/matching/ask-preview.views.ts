import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import {
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import type { AskPage, Sent } from "./ask.service.ts";
import type { Ask } from "./ask.ts";
import { askBlocks } from "./ask.views.ts";
import type { ChoicePerson } from "./ask-choices.service.ts";
import type { NotAskable } from "./askable.service.ts";

/** What each side will see, before anything is sent. */
export function previewModal(
	page: AskPage,
	{ ask, mentee }: { ask: Ask; mentee: string },
	text: Text,
): Modal {
	const { mentor, kind } = page;
	const name = mentor.name;
	return modal({
		id: "matching:send",
		title: text.plain("matching:preview.title"),
		submit: text.plain("matching:preview.send"),
		close: text.plain("matching:ask.cancel"),
		metadata: { mentor: mentor.personId },
		blocks: [
			section(
				text.mrkdwn("matching:preview.mentor", {
					person: mention(mentor.slackUserId),
				}),
			),
			...askBlocks(ask, { mentee, mentor: name, kind }, text),
			...(page.hasJoined ? [] : [section(notJoinedLine(page, text))]),
			...nextSection(page, text),
			section(text.mrkdwn("matching:preview.managers")),
			section(text.mrkdwn("matching:preview.manager")),
			actions(
				button({
					id: "matching:edit",
					value: mentor.personId,
					label: text.plain("matching:preview.edit"),
				}),
				button({
					id: "matching:choices",
					value: mentor.personId,
					label: text.plain("matching:preview.choices"),
				}),
			),
			context(text.mrkdwn("matching:preview.kind", { name })),
		],
	});
}

/** What accepting makes of a colleague who is not part of it. */
function notJoinedLine({ mentor: { name }, kind }: AskPage, text: Text) {
	const as = kind === "peer" ? "notJoinedPeer" : "notJoined";
	return text.mrkdwn(`matching:preview.${as}`, { name });
}

/** Who comes next, and what they will see. */
function nextSection({ mentor, next }: AskPage, text: Text): KnownBlock[] {
	const { name } = mentor;
	const [first] = next;
	if (!first)
		return [section(text.mrkdwn("matching:preview.noNext", { name }))];
	return [
		section(
			joinMrkdwn(
				[
					text.mrkdwn("matching:preview.next", { name }),
					...next.map(({ slackUserId }, index) =>
						text.mrkdwn("matching:choices.place", {
							place: index + 2,
							person: mention(slackUserId),
						}),
					),
				],
				"\n",
			),
		),
		context(text.mrkdwn("matching:preview.nextSee")),
	];
}

/** What happens now: who is asked, until when, and who comes next. */
export function sentMessage(
	{ mentor, request, next, leftOut }: Extract<Sent, { sent: true }>,
	reader: Reader,
	text: Text,
): Message {
	const { name } = mentor;
	const words = text.mrkdwn("matching:sent.text", { name });
	const closesAt = request?.closesAt;
	const date = closesAt && dateToken(slackDate(closesAt, "day", reader));
	return {
		text: words,
		blocks: [
			section(words),
			...(date ? [section(moveWords({ name, date, next }, text))] : []),
			...(leftOut.length > 0
				? [
						section(
							text.mrkdwn("matching:sent.leftOut", {
								names: text.list(leftOut.map((one) => one.name)),
							}),
						),
					]
				: []),
			context(text.mrkdwn("matching:sent.where")),
		],
	};
}

/** Whose move it is until when, and what comes after. */
function moveWords(
	{ name, date, next }: { name: string; date: Mrkdwn; next: ChoicePerson[] },
	text: Text,
): Mrkdwn {
	const [first] = next;
	return first
		? text.mrkdwn("matching:sent.movesOn", { name, date, next: first.name })
		: text.mrkdwn("matching:sent.closes", { date });
}

/** Why someone cannot be asked; what was written waits for another time. */
export function notAskableMessage(
	{ why, name, written }: { why: NotAskable; name: string; written: boolean },
	text: Text,
): Message {
	const words = text.mrkdwn(`matching:notAskable.${why}`, { name });
	const kept = written && why !== "alreadyAsked";
	return {
		text: words,
		blocks: [
			section(words),
			...(kept ? [context(text.mrkdwn("matching:ask.kept", { name }))] : []),
		],
	};
}
