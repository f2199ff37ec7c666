import type { KnownBlock } from "@slack/types";
import { fixedLines, healthDay } from "../programs/fixed-lines.views.ts";
import type { Terms } from "../programs/participation.ts";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { escapeText, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { leaveConfirm } from "./enrollment.views.ts";
import type { NewText } from "./participation.service.ts";

/** The five lines that are the same everywhere come first. */
const firstOwnLine = 6;

/** Who sees what, in five lines, and the program's own. */
export function participationLines(
	{ ownLines, healthFrom }: Terms,
	text: Text,
): Mrkdwn {
	return joinMrkdwn(
		[
			fixedLines(healthFrom, text),
			...ownLines.map((line, index) =>
				escapeText(`${index + firstOwnLine}. ${line}`),
			),
		],
		"\n",
	);
}

/** Joining accepts it. */
export function participationBlocks(terms: Terms, text: Text): KnownBlock[] {
	return [
		section(text.mrkdwn("enrollment:participation.title")),
		context(participationLines(terms, text)),
	];
}

export function newTextMessage(it: NewText, text: Text): Message {
	const { program } = it;
	return {
		text: text.mrkdwn("enrollment:participation.newText", { program }),
		blocks: newTextBlocks(it, text),
	};
}

/** In the message, and on Home until it is answered. */
export function newTextBlocks(
	{ textId, terms, isHealthNew, program, mentorships }: NewText,
	text: Text,
): KnownBlock[] {
	const from = isHealthNew ? terms.healthFrom : null;
	const date = from && healthDay(from, text);
	return [
		section(text.mrkdwn("enrollment:participation.newTitle", { program })),
		...(date
			? [section(text.mrkdwn("enrollment:participation.newHealth", { date }))]
			: []),
		context(participationLines(terms, text)),
		actions(
			button({
				id: "enrollment:agree",
				value: textId,
				label: text.plain("enrollment:participation.agree"),
				style: "primary",
			}),
			button({
				id: "enrollment:leaveProgram",
				value: textId,
				label: text.plain("enrollment:me.leave"),
				confirm: leaveConfirm(mentorships, text),
			}),
		),
		context(
			date
				? text.mrkdwn("enrollment:participation.nextMoveHealth", { date })
				: text.mrkdwn("enrollment:participation.nextMove"),
		),
	];
}
