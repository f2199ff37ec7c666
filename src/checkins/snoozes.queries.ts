import type { WorkspaceTrx } from "../db/database.ts";

/** Until when someone wants nothing said by itself; null: no such time. */
export async function findSnooze(
	trx: WorkspaceTrx,
	personId: string,
): Promise<Date | null> {
	const row = await trx
		.selectFrom("snooze")
		.select("until")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.executeTakeFirst();
	return row?.until ?? null;
}

export async function upsertSnooze(
	trx: WorkspaceTrx,
	personId: string,
	until: Date,
): Promise<void> {
	await trx
		.insertInto("snooze")
		.values({ workspace_id: trx.workspaceId, person_id: personId, until })
		.onConflict((conflict) =>
			conflict.columns(["workspace_id", "person_id"]).doUpdateSet({ until }),
		)
		.execute();
}

export async function deleteSnooze(
	trx: WorkspaceTrx,
	personId: string,
): Promise<void> {
	await trx
		.deleteFrom("snooze")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
}
