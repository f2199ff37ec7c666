import { sql } from "kysely";
import type { Db, WorkspaceTrx } from "../db/database.ts";
import { type Claimed, type Destination, gateKeyOf } from "./owe.ts";

export type NewDelivery = {
	deliveryId: string;
	to: Destination;
	gateKey: string;
	rank: number;
	/** Not before; null: as soon as it is committed. */
	at: Date | null;
};

/** Makes deliveries, and lets their gates know that something is due. */
export async function insertDeliveries(
	trx: WorkspaceTrx,
	deliveries: NewDelivery[],
): Promise<void> {
	if (deliveries.length === 0) return;
	const due = (at: Date | null) => at ?? sql<Date>`now()`;
	await trx
		.insertInto("delivery")
		.values(
			deliveries.map(({ deliveryId, to, gateKey, rank, at }) => ({
				workspace_id: trx.workspaceId,
				delivery_id: deliveryId,
				person_id: to.personId,
				mentorship_id: to.mentorshipId,
				gate_key: gateKey,
				rank,
				next_at: due(at),
			})),
		)
		.execute();
	await trx
		.insertInto("lane")
		.values({ workspace_id: trx.workspaceId, stopped: null })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await trx
		.insertInto("gate")
		.values(
			soonest(deliveries).map(({ gateKey, rank, at }) => ({
				workspace_id: trx.workspaceId,
				gate_key: gateKey,
				rank,
				due_at: due(at),
				stopped: null,
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(["workspace_id", "gate_key"]).doUpdateSet({
				rank: sql<number>`least(gate.rank, excluded.rank)`,
				due_at: sql<Date>`least(gate.due_at,
					greatest(gate.open_at, excluded.due_at))`,
			}),
		)
		.execute();
}

/** What will not be said, kept to be seen by whoever runs the bot. */
export async function insertDropped(
	trx: WorkspaceTrx,
	{
		deliveryId,
		to,
		error,
	}: { deliveryId: string; to: Destination; error: string },
): Promise<void> {
	await trx
		.insertInto("delivery")
		.values({
			workspace_id: trx.workspaceId,
			delivery_id: deliveryId,
			person_id: to.personId,
			mentorship_id: to.mentorshipId,
			gate_key: gateKeyOf(to),
			rank: 2,
			state: "dropped",
			last_error: error,
		})
		.execute();
}

/** One line a gate, in one order for everybody, so that no two deadlock. */
function soonest(deliveries: NewDelivery[]): NewDelivery[] {
	const gates = new Map<string, NewDelivery>();
	for (const delivery of deliveries) {
		const known = gates.get(delivery.gateKey);
		const times = [known, delivery].flatMap((one) => one?.at ?? []);
		const at =
			(known && known.at === null) || delivery.at === null
				? null
				: (times.sort((a, b) => a.getTime() - b.getTime())[0] ?? null);
		const rank = Math.min(known?.rank ?? delivery.rank, delivery.rank);
		gates.set(delivery.gateKey, { ...delivery, at, rank });
	}
	return [...gates.values()].sort((a, b) => (a.gateKey < b.gateKey ? -1 : 1));
}

export type Settled = (
	| { state: "sent"; channel: string; ts: string }
	| { state: "pending"; error: string; waitSeconds: number; attempts: number }
	/** Looked up, or decided by its kind, after the grace. */
	| { state: "unknown"; error: string; waitSeconds: number }
	| { state: "failed" | "dropped"; error: string }
) & {
	/** No other message in this conversation for so long. */
	gapSeconds: number;
};

/**
 * Writes what became of a delivery and opens its gate again, unless the lease
 * was lost meanwhile: then somebody else decides, and nothing changes.
 */
export async function settleDelivery(
	senderDb: Db,
	claimed: Claimed,
	settled: Settled,
): Promise<void> {
	await senderDb.transaction().execute(async (trx) => {
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
		if (numUpdatedRows === 0n) return;
		await trx
			.updateTable("gate")
			.set({
				open_at: later(settled.gapSeconds),
				due_at: sql<Date>`(select greatest(${later(settled.gapSeconds)}, min(d.next_at))
					from delivery d where d.workspace_id = gate.workspace_id
						and d.gate_key = gate.gate_key and d.state = 'pending'
					having count(*) > 0)`,
				rank: sql<number>`coalesce((select min(d.rank) from delivery d
					where d.workspace_id = gate.workspace_id
						and d.gate_key = gate.gate_key and d.state = 'pending'), 2)`,
			})
			.where("workspace_id", "=", claimed.workspaceId)
			.where("gate_key", "=", gateKeyOf(claimed))
			.execute();
	});
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

/** Slack asked for a pause: the workspace's lane waits, others go on. */
export async function delayLane(
	senderDb: Db,
	workspaceId: string,
	seconds: number,
): Promise<void> {
	await senderDb
		.updateTable("lane")
		.set({ next_at: sql<Date>`greatest(next_at, ${later(seconds)})` })
		.where("workspace_id", "=", workspaceId)
		.execute();
}

/** Nothing is sent and nothing is lost until `resumeLane`. */
export async function stopLane(
	db: Db | WorkspaceTrx,
	workspaceId: string,
	reason: string,
): Promise<void> {
	await db
		.updateTable("lane")
		.set({ stopped: reason })
		.where("workspace_id", "=", workspaceId)
		.execute();
}

/** A (re)installed workspace gets what is still timely. */
export async function resumeLane(trx: WorkspaceTrx): Promise<void> {
	await trx
		.insertInto("lane")
		.values({ workspace_id: trx.workspaceId, stopped: null })
		.onConflict((conflict) =>
			conflict.column("workspace_id").doUpdateSet({ stopped: null }),
		)
		.execute();
}

/** Someone cannot be reached: their messages wait. */
export async function stopGate(
	db: Db | WorkspaceTrx,
	workspaceId: string,
	to: Destination,
	reason: string,
): Promise<void> {
	await db
		.updateTable("gate")
		.set({ stopped: reason })
		.where("workspace_id", "=", workspaceId)
		.where("gate_key", "=", gateKeyOf(to))
		.execute();
}

export async function resumeGate(
	trx: WorkspaceTrx,
	to: Destination,
): Promise<void> {
	await trx
		.updateTable("gate")
		.set({ stopped: null })
		.where("workspace_id", "=", trx.workspaceId)
		.where("gate_key", "=", gateKeyOf(to))
		.where("stopped", "is not", null)
		.execute();
}

function later(seconds: number) {
	return sql<Date>`now() + make_interval(secs => ${seconds}::float8)`;
}
