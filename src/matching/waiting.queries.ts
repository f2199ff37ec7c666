import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { matchedShownDays } from "./waiting.ts";

export type WaitingState = "waiting" | "stopped" | "matched" | "left";

export type WaitingRow = {
	waitingId: string;
	programId: string;
	personId: string;
	soughtKey: string;
	query: Buffer | null;
	state: WaitingState;
	since: Date;
	lookedAt: Date | null;
};

function waiting(trx: WorkspaceTrx) {
	return trx
		.selectFrom("waiting")
		.select([
			"waiting_id as waitingId",
			"program_id as programId",
			"person_id as personId",
			"sought_key as soughtKey",
			"query",
			"state",
			"since",
			"looked_at as lookedAt",
		])
		.where("workspace_id", "=", trx.workspaceId);
}

/** All who wait in a program, the longest first. */
export async function listWaiting(
	trx: WorkspaceTrx,
	programId: string,
): Promise<WaitingRow[]> {
	return waiting(trx)
		.where("program_id", "=", programId)
		.where("state", "=", "waiting")
		.orderBy("since")
		.orderBy("waiting_id")
		.execute();
}

export type PersonKey = { programId: string; personId: string };

/** What one person waits for, the longest first; in all programs, or in one. */
export async function listWaitingOf(
	trx: WorkspaceTrx,
	{ programId, personId }: { programId: string | null; personId: string },
): Promise<WaitingRow[]> {
	return waiting(trx)
		.$if(programId !== null, (query) =>
			query.where("program_id", "=", programId ?? ""),
		)
		.where("person_id", "=", personId)
		.where("state", "=", "waiting")
		.orderBy("since")
		.orderBy("waiting_id")
		.execute();
}

/** Holds the row until the transaction ends. */
export async function lockWaiting(
	trx: WorkspaceTrx,
	waitingId: string,
): Promise<WaitingRow | undefined> {
	return waiting(trx)
		.where("waiting_id", "=", waitingId)
		.forUpdate()
		.executeTakeFirst();
}

export async function countWaitingPeople(
	trx: WorkspaceTrx,
	programId: string,
): Promise<number> {
	const { people } = await trx
		.selectFrom("waiting")
		.select(sql<number>`count(distinct person_id)::int`.as("people"))
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("state", "=", "waiting")
		.executeTakeFirstOrThrow();
	return people;
}

/** What ended lately because somebody said yes. */
export async function listMatchedOf(
	trx: WorkspaceTrx,
	{ programId, personId }: PersonKey,
) {
	return trx
		.selectFrom("waiting")
		.innerJoin("person as mentor", (join) =>
			join
				.onRef("mentor.workspace_id", "=", "waiting.workspace_id")
				.onRef("mentor.person_id", "=", "waiting.mentor_id"),
		)
		.select([
			"waiting.waiting_id as waitingId",
			"waiting.query",
			"mentor.slack_user_id as mentorSlackId",
		])
		.where("waiting.workspace_id", "=", trx.workspaceId)
		.where("waiting.program_id", "=", programId)
		.where("waiting.person_id", "=", personId)
		.where("waiting.state", "=", "matched")
		.where(
			"waiting.ended_at",
			">",
			sql<Date>`now() - make_interval(days => ${matchedShownDays})`,
		)
		.orderBy("waiting.ended_at")
		.orderBy("waiting.waiting_id")
		.execute();
}

/** False when the person waits for the same already. */
export async function insertWaiting(
	trx: WorkspaceTrx,
	entry: Omit<WaitingRow, "state" | "since" | "lookedAt">,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("waiting")
		.values({
			workspace_id: trx.workspaceId,
			waiting_id: entry.waitingId,
			program_id: entry.programId,
			person_id: entry.personId,
			sought_key: entry.soughtKey,
			query: entry.query,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** How far a look came; the next one goes on behind them. */
export async function markLooked(
	trx: WorkspaceTrx,
	waitingIds: string[],
): Promise<void> {
	await trx
		.updateTable("waiting")
		.set({ looked_at: sql<Date>`now()` })
		.where("workspace_id", "=", trx.workspaceId)
		.where("waiting_id", "=", sql<string>`any(${waitingIds}::uuid[])`)
		.execute();
}

/** The end was reached: the next look begins with the longest waiting. */
export async function unmarkLooked(
	trx: WorkspaceTrx,
	programId: string,
): Promise<void> {
	await trx
		.updateTable("waiting")
		.set({ looked_at: null })
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("looked_at", "is not", null)
		.execute();
}

/** Ends a place on the list; `mentorId`: who said yes. */
export async function endWaiting(
	trx: WorkspaceTrx,
	waitingId: string,
	state: Exclude<WaitingState, "waiting">,
	mentorId: string | null = null,
): Promise<void> {
	await trx
		.updateTable("waiting")
		.set({ state, ended_at: sql<Date>`now()`, mentor_id: mentorId })
		.where("workspace_id", "=", trx.workspaceId)
		.where("waiting_id", "=", waitingId)
		.where("state", "=", "waiting")
		.execute();
}
