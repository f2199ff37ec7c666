import type { WorkspaceTrx } from "../db/database.ts";

export async function listExclusions(
	trx: WorkspaceTrx,
	personId: string,
): Promise<string[]> {
	const rows = await trx
		.selectFrom("exclusion")
		.innerJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "exclusion.workspace_id")
				.onRef("person.person_id", "=", "exclusion.other_id"),
		)
		.select("slack_user_id")
		.where("exclusion.workspace_id", "=", trx.workspaceId)
		.where("exclusion.person_id", "=", personId)
		.execute();
	return rows.map((row) => row.slack_user_id);
}

export async function replaceExclusions(
	trx: WorkspaceTrx,
	personId: string,
	otherIds: string[],
): Promise<void> {
	await trx
		.deleteFrom("exclusion")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
	if (otherIds.length === 0) return;
	await trx
		.insertInto("exclusion")
		.values(
			otherIds.map((other_id) => ({
				workspace_id: trx.workspaceId,
				person_id: personId,
				other_id,
			})),
		)
		.execute();
}
