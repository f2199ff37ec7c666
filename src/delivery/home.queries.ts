import { sql } from "kysely";
import type { Db, WorkspaceTrx } from "../db/database.ts";

/** Someone has Home before them, freshly drawn. */
export async function upsertHomeOpened(
	trx: WorkspaceTrx,
	personId: string,
): Promise<void> {
	const drawn = {
		opened_at: sql<Date>`now()`,
		published_at: sql<Date>`now()`,
		changed_at: null,
	};
	trx.send(
		trx
			.insertInto("home_tab")
			.values({
				workspace_id: trx.workspaceId,
				person_id: personId,
				...drawn,
			})
			.onConflict((conflict) =>
				conflict.columns(["workspace_id", "person_id"]).doUpdateSet(drawn),
			),
	);
}

/** What Home shows these people has changed, or will with this transaction. */
export async function updateHomeChanged(
	trx: WorkspaceTrx,
	personIds: string[],
): Promise<void> {
	if (personIds.length === 0) return;
	trx.send(
		trx
			.with("changed", (cte) =>
				cte
					.selectFrom("home_tab")
					.select("person_id")
					.where("workspace_id", "=", trx.workspaceId)
					.where("person_id", "=", sql<string>`any(${personIds}::uuid[])`)
					.where("opened_at", ">", sql<Date>`now() - interval '7 days'`)
					.where("changed_at", "is", null)
					// In one order for everybody, so that no two deadlock.
					.orderBy("person_id")
					.forNoKeyUpdate(),
			)
			.updateTable("home_tab")
			.from("changed")
			.set({ changed_at: sql<Date>`now()` })
			.where("workspace_id", "=", trx.workspaceId)
			.whereRef("home_tab.person_id", "=", "changed.person_id"),
	);
}

export type ChangedHome = { workspaceId: string; personId: string };

/**
 * Takes Homes to draw again: those opened in the last week and changed, each
 * at most once in ten seconds, one a workspace and call.
 */
export async function claimHomes(
	senderDb: Db,
	most: number,
): Promise<ChangedHome[]> {
	const { rows } = await sql<{ workspace_id: string; person_id: string }>`
		with due as (
			select distinct on (workspace_id) workspace_id, person_id
			from home_tab
			where changed_at is not null
				and published_at < now() - interval '10 seconds'
			order by workspace_id, published_at
			limit ${most}
		), taken as (
			select home_tab.workspace_id, home_tab.person_id
			from home_tab join due using (workspace_id, person_id)
			for update of home_tab skip locked
		)
		update home_tab set changed_at = null, published_at = now()
		from taken
		where home_tab.workspace_id = taken.workspace_id
			and home_tab.person_id = taken.person_id
			and home_tab.changed_at is not null
		returning home_tab.workspace_id, home_tab.person_id`.execute(senderDb);
	return rows.map((row) => ({
		workspaceId: row.workspace_id,
		personId: row.person_id,
	}));
}
