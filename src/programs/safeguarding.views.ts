import { context, type Message, section } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";

/** To someone who was named as a contact: what it means, what to do. */
export function contactMessage(program: string, text: Text): Message {
	return {
		text: text.mrkdwn("programs:safeguarding.text", { program }),
		blocks: [
			section(text.mrkdwn("programs:safeguarding.title", { program })),
			section(text.mrkdwn("programs:safeguarding.what")),
			context(text.mrkdwn("programs:safeguarding.next")),
		],
	};
}
