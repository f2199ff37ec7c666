import type { WebClient } from "@slack/web-api";
import { wire } from "../slack/answers.ts";
import type { FileMessage, Message } from "../slack/blocks.ts";
import { type Outcome, outcomeOf, refusesBlocks } from "./outcome.ts";
import { postFile, tagOf } from "./post-file.ts";

const eventType = "mentor_delivery";

/**
 * Posts once; plainer, where Slack refuses the blocks. Never throws: what
 * happened is the outcome.
 */
export async function post(
	client: WebClient,
	channel: string,
	message: Message | FileMessage,
	deliveryId: string,
): Promise<Outcome> {
	if ("file" in message) return postFile(client, channel, message, deliveryId);
	try {
		const posted = await client.chat.postMessage({
			channel,
			...wire(message),
			// An opaque id only: metadata is visible to the whole workspace.
			metadata: { event_type: eventType, event_payload: { id: deliveryId } },
		});
		return posted.channel && posted.ts
			? { is: "sent", channel: posted.channel, ts: posted.ts }
			: { is: "unknown", reason: "no timestamp" };
	} catch (error) {
		const outcome = outcomeOf(error);
		const { text, plainer } = message;
		// Nothing was posted, so this is still the only time.
		return plainer && refusesBlocks(outcome)
			? post(client, channel, { text, blocks: plainer }, deliveryId)
			: outcome;
	}
}

type Posted = {
	ts?: string;
	metadata?: unknown;
	files?: { name?: string }[];
};

/**
 * Slack's clock and the database's may differ by so many seconds: with more,
 * Slack's signed requests would be refused as well.
 */
const skew = 300;

/**
 * Looks through the bot's own DM for a message that carries the delivery's id,
 * or a file named after it, from shortly before it was claimed. Pages of 15, which is what every app may
 * ask for. null: it was not posted.
 */
export async function findPosted(
	client: WebClient,
	channel: string,
	deliveryId: string,
	claimedAt: Date,
): Promise<string | null> {
	let cursor: string | undefined;
	do {
		const page = await client.conversations.history({
			channel,
			limit: 15,
			include_all_metadata: true,
			oldest: String(claimedAt.getTime() / 1000 - skew),
			...(cursor && { cursor }),
		});
		const found = (page.messages ?? []).find((message: Posted) =>
			carries(message, deliveryId),
		);
		if (found?.ts) return found.ts;
		cursor = page.has_more
			? page.response_metadata?.next_cursor || undefined
			: undefined;
	} while (cursor);
	return null;
}

function carries({ metadata, files }: Posted, deliveryId: string): boolean {
	if (files?.some(({ name }) => name?.includes(tagOf(deliveryId)))) return true;
	const { event_type, event_payload } = (metadata ?? {}) as {
		event_type?: unknown;
		event_payload?: { id?: unknown };
	};
	return event_type === eventType && event_payload?.id === deliveryId;
}
