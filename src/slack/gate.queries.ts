import { sql } from "kysely";
import { type Db, newId, type WorkspaceTrx } from "../db/database.ts";
import type { Envelope } from "./envelope.ts";
import { type Facts, facts, type Subject } from "./facts.ts";

/** All the gate needs in one round trip; null: no such workspace. */
export async function findFacts(
	db: Db,
	from: Pick<Envelope, "enterpriseId" | "teamId" | "userId">,
	subject: Subject | null,
): Promise<Facts | null> {
	const { rows } = await sql<{ enter: unknown }>`select enter(
		${from.enterpriseId}, ${from.teamId}, ${from.userId},
		${subject?.kind ?? null}, ${subject?.id ?? null}::uuid)`.execute(db);
	return facts.nullable().parse(rows[0]?.enter ?? null);
}

/**
 * Claims a request together with its effect: false when an earlier copy of it
 * has already had one. Call it after deciding and before writing.
 */
export async function claimRequest(
	trx: WorkspaceTrx,
	requestKey: string,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("handled_request")
		.values({ workspace_id: trx.workspaceId, request_key: requestKey })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

export type AuditLine = {
	actorId: string | null;
	action: string;
	subjectId: string | null;
	outcome: "done" | "denied";
	/** Set: the program's managers can read the line. */
	programId?: string;
	/** What was changed, from what to what; never a private text. */
	detail?: Record<string, unknown>;
};

/** The id of the line. */
export async function insertAudit(
	trx: WorkspaceTrx,
	line: AuditLine,
): Promise<string> {
	const audit_id = newId();
	await trx
		.insertInto("audit")
		.values({
			workspace_id: trx.workspaceId,
			audit_id,
			actor_id: line.actorId,
			action: line.action,
			subject_id: line.subjectId,
			outcome: line.outcome,
			program_id: line.programId ?? null,
			detail: line.detail ? JSON.stringify(line.detail) : null,
		})
		.execute();
	return audit_id;
}
