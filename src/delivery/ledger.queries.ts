import { sql } from "kysely";
import type { Db, WorkspaceTrx } from "../db/database.ts";
import { type Destination, gateKeyOf } from "./owe.ts";

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
	for (const some of inChunks(deliveries))
		trx.send(
			trx.insertInto("delivery").values(
				some.map(({ deliveryId, to, gateKey, rank, at }) => ({
					workspace_id: trx.workspaceId,
					delivery_id: deliveryId,
					person_id: to.personId,
					mentorship_id: to.mentorshipId,
					conversation_id: to.conversationId ?? null,
					program_id: to.programId ?? null,
					gate_key: gateKey,
					rank,
					next_at: due(at),
				})),
			),
		);
	trx.send(
		trx
			.insertInto("lane")
			.values({ workspace_id: trx.workspaceId, stopped: null })
			.onConflict((conflict) => conflict.doNothing()),
	);
	for (const some of inChunks(soonest(deliveries)))
		trx.send(
			trx
				.insertInto("gate")
				.values(
					some.map(({ gateKey, rank, at }) => ({
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
				),
		);
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
			conversation_id: to.conversationId ?? null,
			program_id: to.programId ?? null,
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

/** Postgres takes 65,535 parameters a statement. */
export function inChunks<T>(rows: T[], size = 2_000): T[][] {
	return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
		rows.slice(index * size, (index + 1) * size),
	);
}

/** By the database's clock, the only one all processes share. */
export function later(seconds: number) {
	return sql<Date>`now() + make_interval(secs => ${seconds}::float8)`;
}
