import type { Message, Modal } from "./blocks.ts";
import { modal, section } from "./blocks.ts";
import { lastInput } from "./inputs.ts";
import type { Text, TextKey } from "./text.ts";

/** A short answer where there is no chat to give it in. */
export function noticeModal(message: Message, text: Text): Modal {
	return modal({
		id: "slack:notice",
		title: text.plain("slack:notice.title"),
		close: text.plain("slack:notice.close"),
		blocks: message.blocks,
	});
}

/** One sentence, for refusals and confirmations. */
export function sentence(
	text: Text,
	key: TextKey,
	vars: Parameters<Text["mrkdwn"]>[1] = {},
): Message {
	const words = text.mrkdwn(key, vars);
	return { text: words, blocks: [section(words)] };
}

export type Failure = {
	/** In the log line of what went wrong. */
	reference: string;
	/** It took too long, and may be done all the same. */
	isGoingOn: boolean;
};

export function apologyMessage(
	text: Text,
	{ reference, isGoingOn }: Failure,
): Message {
	const key = isGoingOn ? "slack:apology.slow" : "slack:apology.message";
	return sentence(text, key, { reference });
}

/** The form stays as it is, with a word of apology under its last field. */
export function apologyErrors(
	blocks: Parameters<typeof lastInput>[0],
	text: Text,
	{ reference, isGoingOn }: Failure,
): Record<string, string> | null {
	const field = lastInput(blocks);
	if (!field) return null;
	const key = isGoingOn ? "slack:apology.slowForm" : "slack:apology.form";
	return { [field]: text.plain(key, { reference }) };
}
