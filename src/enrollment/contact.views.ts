import type { Button } from "@slack/types";
import { actions, button, type Message, section } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { leaveQuestion } from "./enrollment.views.ts";

/** On every message to someone who has not opted in. */
export function noContactButton(text: Text): Button {
	return button({
		id: "enrollment:noContact",
		label: text.plain("enrollment:contact.never"),
	});
}

/** What it means, and the way back. */
export function noContactMessage(text: Text): Message {
	const words = text.mrkdwn("enrollment:contact.refused");
	return {
		text: words,
		blocks: [
			section(words),
			actions(
				button({
					id: "enrollment:contactAgain",
					label: text.plain("enrollment:contact.undo"),
				}),
			),
		],
	};
}

/** Whoever has joined meanwhile may pause or leave. */
export function joinedMeanwhileMessage(count: number, text: Text): Message {
	const words = text.mrkdwn("enrollment:contact.joined");
	return {
		text: words,
		blocks: [section(words), ...leaveQuestion(count, text).blocks],
	};
}
