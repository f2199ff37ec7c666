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

/** `reference` is in the log line of what went wrong. */
export function apologyMessage(text: Text, reference: string): Message {
	return sentence(text, "slack:apology.message", { reference });
}

/** The form stays as it is, with a word of apology under its last field. */
export function apologyErrors(
	blocks: Parameters<typeof lastInput>[0],
	text: Text,
	reference: string,
): Record<string, string> | null {
	const field = lastInput(blocks);
	if (!field) return null;
	return { [field]: text.plain("slack:apology.form", { reference }) };
}
