import { sql } from "kysely";
import { type Db, newId, type WorkspaceTrx } from "../db/database.ts";
import { later } from "../delivery/ledger.queries.ts";
import type { DueReport, DueSubject } from "./due.ts";

/** These are to be made; of each one at a time, the latest. */
export async function saveDue(
	trx: WorkspaceTrx,
	subjects: DueSubject[],
	dueAt: Date,
): Promise<void> {
	const programs = subjects.map(({ programId }) => programId);
	const cohorts = subjects.map(({ cohortId }) => cohortId);
	// In one order for everybody.
	await sql`insert into report_due (workspace_id, program_id, cohort_id, due_at)
		select ${trx.workspaceId}::uuid, program_id, cohort_id,
			${dueAt}::timestamptz
		from unnest(${programs}::uuid[], ${cohorts}::uuid[])
			as due (program_id, cohort_id)
		order by program_id, cohort_id
		on conflict (workspace_id, subject_id) do update
			set due_at = excluded.due_at, next_at = now(), attempts = 0,
				lease_token = null`.execute(trx);
}

/** Where reports are due, by the database's clock; what waits longest first. */
export async function listDue(
	senderDb: Db,
): Promise<({ workspaceId: string } & DueSubject)[]> {
	return senderDb
		.selectFrom("report_due")
		.select([
			"workspace_id as workspaceId",
			"program_id as programId",
			"cohort_id as cohortId",
		])
		.where("next_at", "<=", sql<Date>`now()`)
		.orderBy("next_at")
		.limit(20)
		.execute();
}

/** Takes it for so long; null: another process has it, or it is done. */
export async function claimDue(
	trx: WorkspaceTrx,
	{ programId, cohortId }: DueSubject,
	leaseSeconds: number,
): Promise<DueReport | null> {
	const { workspaceId } = trx;
	const leaseToken = newId();
	const { rows } = await sql<Pick<DueReport, "dueAt" | "now" | "attempts">>`
		update report_due set attempts = attempts + 1, lease_token = ${leaseToken},
			next_at = ${later(leaseSeconds)}
		where workspace_id = ${workspaceId} and program_id = (
			select program_id from report_due
			where workspace_id = ${workspaceId} and program_id = ${programId}
				and cohort_id is not distinct from ${cohortId}::uuid
				and next_at <= now()
			for update skip locked)
			and cohort_id is not distinct from ${cohortId}::uuid
		returning due_at as "dueAt", now() as now, attempts`.execute(trx);
	const [row] = rows;
	return row ? { ...row, workspaceId, programId, cohortId, leaseToken } : null;
}

/** It is done with; false: another process has taken it meanwhile. */
export async function deleteDue(
	trx: WorkspaceTrx,
	{ programId, leaseToken }: DueReport,
): Promise<boolean> {
	const { numDeletedRows } = await trx
		.deleteFrom("report_due")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("lease_token", "=", leaseToken)
		.executeTakeFirstOrThrow();
	return numDeletedRows > 0n;
}

/** It is given back, to be taken again after so long. */
export async function giveBackDue(
	trx: WorkspaceTrx,
	{ programId, leaseToken }: DueReport,
	{ attempts, seconds }: { attempts: number; seconds: number },
): Promise<void> {
	await trx
		.updateTable("report_due")
		.set({ attempts, next_at: later(seconds), lease_token: null })
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("lease_token", "=", leaseToken)
		.execute();
}
