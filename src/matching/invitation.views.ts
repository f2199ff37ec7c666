import { noContactButton } from "../enrollment/contact.views.ts";
import { participationLines } from "../enrollment/participation.views.ts";
import type { Terms } from "../programs/participation.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";

/**
 * A request to someone who has not joined: what it is about, what accepting
 * means, and the way out of it all.
 */
export function asInvitation(
	message: Message,
	{ terms, kind }: { terms: Terms; kind: string },
	text: Text,
): Message {
	const about = kind === "peer" ? "aboutPeer" : "about";
	return {
		...message,
		blocks: [
			...message.blocks,
			section(text.mrkdwn(`matching:invitation.${about}`)),
			context(participationLines(terms, text)),
			actions(noContactButton(text)),
			context(text.mrkdwn("matching:invitation.once")),
		],
	};
}
