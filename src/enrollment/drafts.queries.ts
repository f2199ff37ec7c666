import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { DraftKey } from "./draft.ts";

export async function findDraft(
	trx: WorkspaceTrx,
	{ personId, draftKey }: DraftKey,
): Promise<Buffer | undefined> {
	const row = await trx
		.selectFrom("draft")
		.select("body")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.where("draft_key", "=", draftKey)
		.executeTakeFirst();
	return row?.body;
}

export async function upsertDraft(
	trx: WorkspaceTrx,
	{ personId, draftKey }: DraftKey,
	body: Buffer,
): Promise<void> {
	await trx
		.insertInto("draft")
		.values({
			workspace_id: trx.workspaceId,
			person_id: personId,
			draft_key: draftKey,
			body,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["workspace_id", "person_id", "draft_key"])
				.doUpdateSet({ body, updated_at: sql<Date>`now()` }),
		)
		.execute();
}

/** Those that these people have under one key. */
export async function deleteDrafts(
	trx: WorkspaceTrx,
	{ personIds, draftKey }: { personIds: string[]; draftKey: string },
): Promise<void> {
	trx.send(
		trx
			.deleteFrom("draft")
			.where("workspace_id", "=", trx.workspaceId)
			.where("person_id", "=", sql<string>`any(${personIds}::uuid[])`)
			.where("draft_key", "=", draftKey),
	);
}
