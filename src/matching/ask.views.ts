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
	checkboxInput,
	personInput,
	selectInput,
	textInput,
} from "../slack/inputs.ts";
import { joinMrkdwn, type Mrkdwn, mention, quote } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { AskPage, NotAskable } from "./ask.service.ts";
import { type Ask, askLengths, durations } from "./ask.ts";
import { reasonList } from "./reasons.views.ts";

/** A form that makes it easy to say yes. */
export function askModal(page: AskPage, text: Text): Modal {
	const { mentor, draft } = page;
	const name = mentor.name;
	return modal({
		id: "matching:preview",
		title: text.plain("matching:ask.title"),
		submit: text.plain("matching:ask.preview"),
		close: text.plain("matching:ask.cancel"),
		metadata: { mentor: mentor.personId },
		blocks: [
			section(
				text.mrkdwn("matching:ask.intro", {
					person: mention(mentor.slackUserId),
				}),
			),
			textInput({
				name: "ask",
				label: text.plain("matching:ask.ask"),
				hint: text.plain("matching:ask.askHint"),
				placeholder: text.plain("matching:ask.askPlaceholder"),
				initial: draft?.ask ?? null,
				max: askLengths.ask,
				lines: true,
			}),
			textInput({
				name: "goal",
				label: text.plain("matching:ask.goal"),
				initial: draft ? draft.goal : page.goal,
				max: askLengths.goal,
				lines: true,
				optional: true,
			}),
			selectInput({
				name: "duration",
				label: text.plain("matching:ask.duration"),
				initial: draft?.duration ?? "one_talk",
				choices: durations.map((duration) => ({
					value: duration,
					label: text.plain(`matching:duration.${duration}`),
				})),
			}),
			textInput({
				name: "why",
				label: text.plain("matching:ask.why", { name }),
				hint: text.plain("matching:ask.whyHint"),
				initial: draft ? draft.why : whyYou(page, text),
				max: askLengths.why,
				lines: true,
				optional: true,
			}),
			textInput({
				name: "offer",
				label: text.plain("matching:ask.offer"),
				initial: draft?.offer ?? null,
				max: askLengths.offer,
				lines: true,
				optional: true,
			}),
			personInput({
				name: "recommendedBy",
				label: text.plain("matching:ask.recommendedBy"),
				initial: draft?.recommendedBy ?? null,
				optional: true,
			}),
			...confirmations(page, text),
			context(text.mrkdwn("matching:ask.seen", { name })),
		],
	});
}

/** Filled in from the reasons, to be edited. */
function whyYou({ reasons, names }: AskPage, text: Text): string | null {
	const words = reasonList(reasons.slice(0, 2), "you", names, text);
	return words.length === 0
		? null
		: text.plain("matching:ask.whyFilled", { reasons: text.list(words) });
}

function confirmations(page: AskPage, text: Text): KnownBlock[] {
	const { draft } = page;
	return [
		...(page.managerUnknown
			? [
					checkboxInput({
						name: "notMyManager",
						label: text.plain("matching:ask.notMyManager"),
						initial: draft?.notMyManager ? ["yes"] : [],
						choices: [
							{ value: "yes", label: text.plain("matching:ask.right") },
						],
					}),
				]
			: []),
		...(page.firstRequest
			? [
					checkboxInput({
						name: "ready",
						label: text.plain("matching:ask.ready"),
						initial: draft?.ready ? ["yes"] : [],
						choices: [
							{ value: "yes", label: text.plain("matching:ask.right") },
						],
					}),
				]
			: []),
	];
}

/** What each side will see, before anything is sent. */
export function previewModal(
	page: AskPage,
	{ ask, mentee }: { ask: Ask; mentee: string },
	text: Text,
): Modal {
	const { mentor } = page;
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
			...askBlocks(ask, { mentee, mentor: name }, text),
			section(text.mrkdwn("matching:preview.managers")),
			section(text.mrkdwn("matching:preview.manager")),
			actions(
				button({
					id: "matching:edit",
					value: mentor.personId,
					label: text.plain("matching:preview.edit"),
				}),
			),
			context(text.mrkdwn("matching:preview.kind", { name })),
		],
	});
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

/** The ask, as both of them read it. */
export function askBlocks(
	ask: Ask,
	{ mentee, mentor }: { mentee: string; mentor: string },
	text: Text,
): KnownBlock[] {
	const parts: [Mrkdwn, string | null][] = [
		[text.mrkdwn("matching:asked.ask", { mentee }), ask.ask],
		[text.mrkdwn("matching:asked.goal"), ask.goal],
		[text.mrkdwn("matching:asked.why", { mentor }), ask.why],
		[text.mrkdwn("matching:asked.offer", { mentee }), ask.offer],
	];
	return [
		...parts.flatMap(([title, words]) =>
			words ? [section(joinMrkdwn([title, quote(words)], "\n"))] : [],
		),
		section(
			text.mrkdwn("matching:asked.duration", {
				duration: text.plain(`matching:duration.${ask.duration}`),
			}),
		),
		...(ask.recommendedBy
			? [
					context(
						text.mrkdwn("matching:asked.recommendedBy", {
							mentor,
							person: mention(ask.recommendedBy),
						}),
					),
				]
			: []),
	];
}
