import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Manager } from "./managers.ts";

/** Those of one program, who began first at the top. */
export async function listManagers(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Manager[]> {
	return trx
		.selectFrom("program_manager as m")
		.innerJoin("person as p", (join) =>
			join
				.onRef("p.workspace_id", "=", "m.workspace_id")
				.onRef("p.person_id", "=", "m.person_id"),
		)
		.select([
			"p.person_id as personId",
			"p.slack_user_id as slackUserId",
			"p.name",
			"m.since",
		])
		.select(sql<boolean>`p.standing = 'member'`.as("isActive"))
		.where("m.workspace_id", "=", trx.workspaceId)
		.where("m.program_id", "=", programId)
		.orderBy("m.since")
		.orderBy("p.person_id")
		.execute();
}

/** Programs that nobody runs who can act, by name. */
export async function listUnmanaged(
	trx: WorkspaceTrx,
): Promise<{ programId: string; name: string }[]> {
	return trx
		.selectFrom("program as g")
		.select(["g.program_id as programId", "g.name"])
		.where("g.workspace_id", "=", trx.workspaceId)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("program_manager as m")
						.innerJoin("person as p", (join) =>
							join
								.onRef("p.workspace_id", "=", "m.workspace_id")
								.onRef("p.person_id", "=", "m.person_id"),
						)
						.select("m.person_id")
						.whereRef("m.workspace_id", "=", "g.workspace_id")
						.whereRef("m.program_id", "=", "g.program_id")
						.where("p.standing", "=", "member"),
				),
			),
		)
		.orderBy("g.name")
		.execute();
}

export async function insertManager(
	trx: WorkspaceTrx,
	programId: string,
	personId: string,
): Promise<void> {
	await trx
		.insertInto("program_manager")
		.values({
			workspace_id: trx.workspaceId,
			program_id: programId,
			person_id: personId,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteManager(
	trx: WorkspaceTrx,
	programId: string,
	personId: string,
): Promise<void> {
	await trx
		.deleteFrom("program_manager")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.execute();
}

/** Owners and admins of the Slack workspace, as far as they are known. */
export async function listSlackAdmins(trx: WorkspaceTrx): Promise<string[]> {
	const rows = await trx
		.selectFrom("person")
		.select("person_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("slack_role", "in", ["admin", "owner"])
		.where("standing", "=", "member")
		.orderBy("person_id")
		.execute();
	return rows.map((row) => row.person_id);
}
