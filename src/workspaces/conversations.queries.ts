import type { WorkspaceTrx } from "../db/database.ts";

export async function insertConversation(
	trx: WorkspaceTrx,
	{ conversationId, people }: { conversationId: string; people: string[] },
): Promise<void> {
	const keys = {
		workspace_id: trx.workspaceId,
		conversation_id: conversationId,
	};
	trx.send(
		trx.insertInto("conversation").values({ ...keys, channel: null }),
		trx
			.insertInto("conversation_member")
			.values(people.map((person_id) => ({ ...keys, person_id }))),
	);
}

/** One row for each of its people. */
export async function listConversation(
	trx: WorkspaceTrx,
	conversationId: string,
): Promise<{ channel: string | null; slackUserId: string }[]> {
	return trx
		.selectFrom("conversation as c")
		.innerJoin("conversation_member as m", (join) =>
			join
				.onRef("m.workspace_id", "=", "c.workspace_id")
				.onRef("m.conversation_id", "=", "c.conversation_id"),
		)
		.innerJoin("person as p", (join) =>
			join
				.onRef("p.workspace_id", "=", "m.workspace_id")
				.onRef("p.person_id", "=", "m.person_id"),
		)
		.select(["c.channel", "p.slack_user_id as slackUserId"])
		.where("c.workspace_id", "=", trx.workspaceId)
		.where("c.conversation_id", "=", conversationId)
		.execute();
}

export async function updateConversationChannel(
	trx: WorkspaceTrx,
	conversationId: string,
	channel: string,
): Promise<void> {
	await trx
		.updateTable("conversation")
		.set({ channel })
		.where("workspace_id", "=", trx.workspaceId)
		.where("conversation_id", "=", conversationId)
		.execute();
}
