import { newId, type WorkspaceTrx } from "../db/database.ts";
import {
	insertConversation,
	listConversation,
	updateConversationChannel,
} from "./conversations.queries.ts";

/**
 * A group DM of these people and the app, to be owed messages as any other. It
 * opens in Slack with the first of them.
 */
export async function startConversation(
	trx: WorkspaceTrx,
	people: string[],
): Promise<string> {
	const conversationId = newId();
	await insertConversation(trx, { conversationId, people });
	return conversationId;
}

/** null: somebody of it is gone, and with fewer than two it is none. */
export async function readConversation(
	trx: WorkspaceTrx,
	conversationId: string,
): Promise<{ channel: string | null; slackUserIds: string[] } | null> {
	const rows = await listConversation(trx, conversationId);
	const [first] = rows;
	if (!first || rows.length < 2) return null;
	const slackUserIds = rows.map(({ slackUserId }) => slackUserId);
	return { channel: first.channel, slackUserIds };
}

export const saveConversationChannel = (
	trx: WorkspaceTrx,
	conversationId: string,
	channel: string,
): Promise<void> => updateConversationChannel(trx, conversationId, channel);
