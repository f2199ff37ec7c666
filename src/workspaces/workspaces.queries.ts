import { sql } from "kysely";
import { type Db, newId, type WorkspaceTrx } from "../db/database.ts";

export type SlackWorkspace = {
	enterpriseId: string | null;
	/** null for an install in a whole org. */
	teamId: string | null;
	name: string;
};

/** Our id of a workspace, made at its first install and kept for ever. */
export async function findOrInsertWorkspace(
	db: Db,
	{ enterpriseId, teamId, name }: SlackWorkspace,
): Promise<string> {
	return db.transaction().execute(async (trx) => {
		const workspace_id = newId();
		await sql`select set_config('app.slack_team', ${teamId ?? ""}, true),
			set_config('app.slack_enterprise', ${enterpriseId ?? ""}, true),
			set_config('app.workspace_id', ${workspace_id}, true)`.execute(trx);
		await trx
			.insertInto("workspace")
			.values({
				workspace_id,
				enterprise_id: enterpriseId,
				team_id: teamId,
				name,
				state: "installed",
			})
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		const found = await trx
			.selectFrom("workspace")
			.select("workspace_id")
			.where("team_id", "is not distinct from", teamId)
			.where("enterprise_id", "is not distinct from", enterpriseId)
			.executeTakeFirstOrThrow();
		return found.workspace_id;
	});
}

/** By which ids Slack names the workspace. */
export async function findWorkspace(trx: WorkspaceTrx) {
	return trx
		.selectFrom("workspace")
		.select(["enterprise_id as enterpriseId", "team_id as teamId"])
		.where("workspace_id", "=", trx.workspaceId)
		.executeTakeFirst();
}

export async function updateWorkspaceState(
	trx: WorkspaceTrx,
	state: "installed" | "uninstalled",
): Promise<void> {
	await trx
		.updateTable("workspace")
		.set({ state })
		.where("workspace_id", "=", trx.workspaceId)
		.execute();
}

export type InstallationRow = {
	botId: string;
	botUserId: string;
	sealedToken: Buffer;
	scopes: string[];
};

export async function upsertInstallation(
	trx: WorkspaceTrx,
	row: InstallationRow,
): Promise<void> {
	const values = {
		bot_id: row.botId,
		bot_user_id: row.botUserId,
		bot_token: row.sealedToken,
		scopes: row.scopes,
	};
	await trx
		.insertInto("installation")
		.values({ workspace_id: trx.workspaceId, installed_by: null, ...values })
		.onConflict((conflict) =>
			conflict.column("workspace_id").doUpdateSet(values),
		)
		.execute();
}

export async function findInstallation(trx: WorkspaceTrx) {
	return trx
		.selectFrom("installation")
		.innerJoin("workspace", (join) =>
			join.onRef("workspace.workspace_id", "=", "installation.workspace_id"),
		)
		.select([
			"installation.bot_token",
			"installation.scopes",
			"workspace.team_id",
		])
		.where("installation.workspace_id", "=", trx.workspaceId)
		.where("workspace.state", "=", "installed")
		.executeTakeFirst();
}

/** Slack's id of who installed the app; null: with a token, so not known. */
export async function findInstaller(trx: WorkspaceTrx): Promise<string | null> {
	const row = await trx
		.selectFrom("installation")
		.select("installed_by")
		.where("workspace_id", "=", trx.workspaceId)
		.executeTakeFirst();
	return row?.installed_by ?? null;
}

export async function deleteInstallation(trx: WorkspaceTrx): Promise<void> {
	await trx
		.deleteFrom("installation")
		.where("workspace_id", "=", trx.workspaceId)
		.execute();
}
