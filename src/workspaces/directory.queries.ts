import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { KnownPerson } from "./directory-plan.ts";

/** What is kept about everyone we know, by name. */
export async function listDirectory(trx: WorkspaceTrx): Promise<KnownPerson[]> {
	const rows = await trx
		.selectFrom("person")
		.select([
			"person_id as personId",
			"slack_user_id as slackUserId",
			"name",
			"standing",
			"department",
			"level",
			"location",
			"manager_id as managerId",
		])
		.where("workspace_id", "=", trx.workspaceId)
		.orderBy("name")
		.orderBy("slack_user_id")
		.execute();
	// Joined here: right after an import the database would expect few people,
	// and compare each with each.
	const idOf = new Map(rows.map((row) => [row.personId, row.slackUserId]));
	return rows.map(({ managerId, ...person }) => ({
		...person,
		manager: (managerId && idOf.get(managerId)) ?? null,
	}));
}

/** Ids from the function `hidden_from` of the database. */
export async function listHidden(
	trx: WorkspaceTrx,
	managerId: string,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from hidden_from(${trx.workspaceId}, ${managerId}) id`.execute(
		trx,
	);
	return rows.map(({ id }) => id);
}

/** One change of the directory at a time, until the transaction ends. */
export async function lockDirectory(trx: WorkspaceTrx): Promise<void> {
	await trx
		.selectFrom("workspace")
		.select("workspace_id")
		.where("workspace_id", "=", trx.workspaceId)
		.forNoKeyUpdate()
		.execute();
}

export async function isManager(
	trx: WorkspaceTrx,
	programId: string,
	personId: string,
): Promise<boolean> {
	const row = await trx
		.selectFrom("program_manager")
		.select("person_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.executeTakeFirst();
	return row !== undefined;
}
