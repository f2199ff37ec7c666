import { sql, type Transaction } from "kysely";
import type { Db } from "../db/database.ts";
import type { Schema } from "../db/schema.ts";
import { later } from "./ledger.queries.ts";
import { type Claimed, gateKeyOf } from "./owe.ts";

export type Settled =
	| { state: "sent"; channel: string; ts: string | null }
	| { state: "pending"; error: string; waitSeconds: number; attempts: number }
	/** Looked up, or decided by its kind, after the grace. */
	| { state: "unknown"; error: string; waitSeconds: number }
	| { state: "failed" | "dropped"; error: string };

/**
 * Writes what became of a delivery and opens its gate again, unless the lease
 * was lost meanwhile: then somebody else decides, and nothing changes.
 * `gapSeconds`: no other message in this conversation for so long; null after
 * a look-up, when another one may be in flight that keeps the gate shut.
 *
 * @returns whether the lease was still held
 */
export async function settleDelivery(
	senderDb: Db,
	claimed: Claimed,
	settled: Settled,
	gapSeconds: number | null,
): Promise<boolean> {
	return senderDb.transaction().execute(async (trx) => {
		const { numUpdatedRows } = await trx
			.updateTable("delivery")
			.set({
				state: settled.state,
				lease_token: null,
				lease_until: null,
				...(settled.state === "sent"
					? {
							channel: settled.channel,
							message_ts: settled.ts,
							sent_at: sql<Date>`now()`,
							last_error: null,
						}
					: { last_error: settled.error }),
				...("waitSeconds" in settled && {
					next_at: later(settled.waitSeconds),
				}),
				...("attempts" in settled && { attempts: settled.attempts }),
			})
			.where("workspace_id", "=", claimed.workspaceId)
			.where("delivery_id", "=", claimed.deliveryId)
			.where("lease_token", "=", claimed.leaseToken)
			.executeTakeFirstOrThrow();
		if (numUpdatedRows === 0n) return false;
		const gate = {
			workspaceId: claimed.workspaceId,
			gateKey: gateKeyOf(claimed),
		};
		await openGate(trx, gate, gapSeconds);
		return true;
	});
}

/** The gate of one conversation. */
export type GateId = { workspaceId: string; gateKey: string };

/** Gates that seemed due and had nothing to give: they say anew when they are. */
export async function openIdleGates(
	senderDb: Db,
	gates: GateId[],
): Promise<void> {
	for (const gate of gates)
		await senderDb.transaction().execute((trx) => openGate(trx, gate, null));
}

/**
 * Works out from what is pending when a gate is due. The gate is locked first
 * and by itself: a statement reads what was committed before it began, so one
 * that had to wait for the lock would miss what the other has just made due.
 */
async function openGate(
	trx: Transaction<Schema>,
	{ workspaceId, gateKey }: GateId,
	gapSeconds: number | null,
): Promise<void> {
	await trx
		.selectFrom("gate")
		.select("gate_key")
		.where("workspace_id", "=", workspaceId)
		.where("gate_key", "=", gateKey)
		.forNoKeyUpdate()
		.execute();
	const openAt =
		gapSeconds === null ? sql<Date>`gate.open_at` : later(gapSeconds);
	await sql`
		update gate set open_at = ${openAt},
			due_at = case when next.at is not null
				then greatest(${openAt}, next.at) end,
			rank = coalesce(next.rank, 2)
		from (select min(next_at) as at, min(rank) as rank from delivery
			where workspace_id = ${workspaceId} and gate_key = ${gateKey}
				and state = 'pending') next
		where workspace_id = ${workspaceId} and gate_key = ${gateKey}`.execute(trx);
}

/** A sender that died may have posted: what it held becomes unknown. */
export async function expireLeases(
	senderDb: Db,
	{ graceSeconds }: { graceSeconds: number },
): Promise<void> {
	await senderDb
		.updateTable("delivery")
		.set({
			state: "unknown",
			next_at: later(graceSeconds),
			lease_token: null,
			lease_until: null,
			last_error: "the lease expired",
		})
		.where("state", "=", "sending")
		.where("lease_until", "<", sql<Date>`now()`)
		.execute();
}
