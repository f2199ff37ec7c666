import type { KnownBlock } from "@slack/types";
import { programLine } from "../programs/program-phrase.ts";
import { context, type Modal, modal, section } from "../slack/blocks.ts";
import {
	checkboxInput,
	personInput,
	selectInput,
	textInput,
} from "../slack/inputs.ts";
import { joinMrkdwn, type Mrkdwn, mention, quote } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { AskPage } from "./ask.service.ts";
import { type Ask, askLengths, durations } from "./ask.ts";
import { kindNamed } from "./engine/profile.ts";
import { reasonList } from "./reasons.views.ts";

/** A form that makes it easy to say yes; `unconfirmed`: a tick was missing. */
export function askModal(
	page: AskPage,
	text: Text,
	{ unconfirmed = false } = {},
): Modal {
	const { mentor, draft } = page;
	const name = mentor.name;
	return modal({
		id: "matching:preview",
		title: text.plain("matching:ask.title"),
		submit: text.plain("matching:ask.preview"),
		close: text.plain("matching:ask.cancel"),
		metadata: { mentor: mentor.personId },
		blocks: [
			...(unconfirmed
				? [section(text.mrkdwn("matching:ask.unconfirmed"))]
				: []),
			section(
				text.mrkdwn("matching:ask.intro", {
					person: mention(mentor.slackUserId),
				}),
			),
			...programLine(page.programName, text).map((line) => context(line)),
			textInput({
				name: "ask",
				label: text.plain("matching:ask.ask"),
				hint: text.plain("matching:ask.askHint"),
				placeholder: text.plain("matching:ask.askPlaceholder"),
				initial: draft?.ask ?? null,
				max: askLengths.ask,
				lines: true,
			}),
			...kindField(page, text),
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

/** Asked where there is something to choose. */
function kindField({ kinds, kind }: AskPage, text: Text): KnownBlock[] {
	if (kinds.length < 2) return [];
	return [
		selectInput({
			name: "kind",
			label: text.plain("matching:ask.kind"),
			initial: kind,
			choices: kinds.map((one) => ({
				value: one,
				label: text.plain(`enrollment:kind.${one}.name`),
				description: text.plain(`enrollment:kind.${one}.about`),
			})),
		}),
	];
}

/** Filled in from the reasons, to be edited. */
export function whyYou(
	{ reasons, names }: Pick<AskPage, "reasons" | "names">,
	text: Text,
): string | null {
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

/** The ask, as both of them read it. */
export function askBlocks(
	ask: Ask,
	{ mentee, mentor, kind }: { mentee: string; mentor: string; kind: string },
	text: Text,
): KnownBlock[] {
	const parts: [Mrkdwn, string | null][] = [
		[text.mrkdwn("matching:asked.ask", { mentee }), ask.ask],
		[text.mrkdwn("matching:asked.goal"), ask.goal],
		[text.mrkdwn("matching:asked.why", { mentor }), ask.why],
		[text.mrkdwn("matching:asked.offer", { mentee }), ask.offer],
	];
	return [
		section(text.mrkdwn(`matching:asked.kind.${kindNamed(kind)}`)),
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
