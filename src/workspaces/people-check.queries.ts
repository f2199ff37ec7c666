import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";

export const checkKind = "workspaces:check";

export type Walk = { startedAt: Date; cursor: string | null; seen: number };

/** The walk under way; null: none. */
export async function findWalk(trx: WorkspaceTrx): Promise<Walk | null> {
	const row = await trx
		.selectFrom("people_check")
		.select(["started_at", "cursor", "seen"])
		.where("workspace_id", "=", trx.workspaceId)
		.executeTakeFirst();
	if (!row?.started_at) return null;
	return { startedAt: row.started_at, cursor: row.cursor, seen: row.seen };
}

/** Begins a walk at the first page, by the database's clock. */
export async function insertWalk(trx: WorkspaceTrx): Promise<void> {
	const begun = { started_at: sql<Date>`now()`, cursor: null, seen: 0 };
	await trx
		.insertInto("people_check")
		.values({ workspace_id: trx.workspaceId, ...begun })
		.onConflict((conflict) =>
			conflict.column("workspace_id").doUpdateSet(begun),
		)
		.execute();
}

/** Where the walk is; `cursor` null ends it. */
export async function updateWalk(
	trx: WorkspaceTrx,
	{ cursor, seen }: { cursor: string | null; seen: number },
): Promise<void> {
	await trx
		.updateTable("people_check")
		.set({ cursor, seen, ...(cursor === null && { started_at: null }) })
		.where("workspace_id", "=", trx.workspaceId)
		.execute();
}

/** Whom of these we know, and as what. */
export async function listStandings(trx: WorkspaceTrx, slackUserIds: string[]) {
	return trx
		.selectFrom("person")
		.select([
			"person_id as personId",
			"slack_user_id as slackUserId",
			"standing",
			"zone",
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where("slack_user_id", "=", sql<string>`any(${slackUserIds}::text[])`)
		.execute();
}

/** People who can act: all, and those that Slack has not named since then. */
export async function countUnseen(trx: WorkspaceTrx, since: Date) {
	return trx
		.selectFrom("person")
		.select(({ fn }) => [
			fn.countAll<string>().as("all"),
			fn.countAll<string>().filterWhere("synced_at", "<", since).as("unseen"),
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where("standing", "in", ["member", "guest"])
		.executeTakeFirstOrThrow();
}

/** The zone most people of the workspace are in; null: there is nobody. */
export async function findUsualZone(trx: WorkspaceTrx): Promise<string | null> {
	const row = await trx
		.selectFrom("person")
		.select("zone")
		.where("workspace_id", "=", trx.workspaceId)
		.groupBy("zone")
		.orderBy(({ fn }) => fn.countAll(), "desc")
		.orderBy("zone")
		.limit(1)
		.executeTakeFirst();
	return row?.zone ?? null;
}

/** Whether the workspace is to be checked at some time. */
export async function hasCheck(trx: WorkspaceTrx): Promise<boolean> {
	const row = await trx
		.selectFrom("schedule")
		.select("next_at")
		.where("workspace_id", "=", trx.workspaceId)
		.where("kind", "=", checkKind)
		.executeTakeFirst();
	return row !== undefined;
}
