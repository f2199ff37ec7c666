import { sql } from "kysely";
import { type Db, newId, type WorkspaceTrx } from "../db/database.ts";
import type { Due, Next } from "./schedule.ts";

/** Sets when a subject's time comes; it has one time per kind. */
export const saveSchedule = (
	trx: WorkspaceTrx,
	{
		kind,
		subjectId,
		nextAt,
	}: { kind: string; subjectId: string; nextAt: Date },
): Promise<void> =>
	saveSchedules(trx, { kind, subjectIds: [subjectId], nextAt });

/** The same for many; in one order for everybody: nobody waits in a circle. */
export async function saveSchedules(
	trx: WorkspaceTrx,
	{
		kind,
		subjectIds,
		nextAt,
	}: { kind: string; subjectIds: string[]; nextAt: Date },
): Promise<void> {
	const subjects = [...new Set(subjectIds)].sort();
	if (subjects.length === 0) return;
	const ids = subjects.map(() => newId());
	await sql`insert into schedule
			(workspace_id, schedule_id, kind, subject_id, next_at)
		select ${trx.workspaceId}::uuid, added.id, ${kind}::text,
			added.subject_id, ${nextAt}::timestamptz
		from unnest(${ids}::uuid[], ${subjects}::uuid[])
			as added (id, subject_id)
		on conflict (workspace_id, kind, subject_id)
			do update set next_at = excluded.next_at`.execute(trx);
}

export async function deleteSchedule(
	trx: WorkspaceTrx,
	{ kind, subjectId }: { kind: string; subjectId: string },
): Promise<void> {
	await deleteSchedules(trx, kind, [subjectId]);
}

/** Where something of these kinds is due, by the database's clock. */
export async function listDueKinds(
	senderDb: Db,
	kinds: string[],
): Promise<{ workspaceId: string; kind: string }[]> {
	if (kinds.length === 0) return [];
	return senderDb
		.selectFrom("schedule")
		.distinct()
		.select(["workspace_id as workspaceId", "kind"])
		.where("next_at", "<=", sql<Date>`now()`)
		.where("kind", "in", kinds)
		.execute();
}

/**
 * Takes due schedules until the transaction ends, leaving aside those that
 * another replica holds. In no order: all of them are due.
 */
export async function lockDue(
	trx: WorkspaceTrx,
	{ kind, most, except }: { kind: string; most: number; except: string[] },
): Promise<{ now: Date; due: Due[] } | null> {
	const rows = await trx
		.selectFrom("schedule")
		.select(["subject_id", "next_at", sql<Date>`now()`.as("now")])
		.where("workspace_id", "=", trx.workspaceId)
		.where("kind", "=", kind)
		.where("next_at", "<=", sql<Date>`now()`)
		.where("subject_id", "!=", sql<string>`all(${except}::uuid[])`)
		.limit(most)
		.forUpdate()
		.skipLocked()
		.execute();
	const [first] = rows;
	if (!first) return null;
	const due = rows.map((row) => ({
		subjectId: row.subject_id,
		dueAt: row.next_at,
	}));
	return { now: first.now, due };
}

/** Moves schedules to their next time, and ends those that have none. */
export async function updateNext(
	trx: WorkspaceTrx,
	kind: string,
	next: Next[],
): Promise<void> {
	const ended = next.filter(({ nextAt }) => nextAt === null);
	await deleteSchedules(
		trx,
		kind,
		ended.map(({ subjectId }) => subjectId),
	);
	const moved = next.filter(({ nextAt }) => nextAt !== null);
	if (moved.length === 0) return;
	const subjects = moved.map(({ subjectId }) => subjectId);
	const times = moved.map(({ nextAt }) => nextAt);
	await sql`update schedule set next_at = moved.next_at
		from unnest(${subjects}::uuid[], ${times}::timestamptz[])
			as moved (subject_id, next_at)
		where workspace_id = ${trx.workspaceId} and kind = ${kind}
			and schedule.subject_id = moved.subject_id`.execute(trx);
}

async function deleteSchedules(
	trx: WorkspaceTrx,
	kind: string,
	subjects: string[],
): Promise<void> {
	if (subjects.length === 0) return;
	await trx
		.deleteFrom("schedule")
		.where("workspace_id", "=", trx.workspaceId)
		.where("kind", "=", kind)
		.where("subject_id", "=", sql<string>`any(${subjects}::uuid[])`)
		.execute();
}
