import { sql } from "kysely";
import { type Db, newId, type WorkspaceTrx } from "../db/database.ts";
import type { Claimed, OwedMessage } from "./owe.ts";

/**
 * Owes messages in the transaction that changes the state. What was owed
 * before under the same key is not owed again.
 */
export async function insertOwed(
	trx: WorkspaceTrx,
	messages: OwedMessage[],
): Promise<void> {
	for (const message of messages) {
		const { to } = message;
		const delivery_id = newId();
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto("owed")
			.values({
				workspace_id: trx.workspaceId,
				owed_id: newId(),
				dedupe_key: message.key,
				kind: message.kind,
				subject_id: message.subjectId,
				urgency: message.urgency,
				stale_after: sql`now() + make_interval(hours => ${message.staleAfterHours})`,
				delivery_id,
			})
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirstOrThrow();
		if (numInsertedOrUpdatedRows !== 1n) continue;
		await trx
			.insertInto("delivery")
			.values({
				workspace_id: trx.workspaceId,
				delivery_id,
				person_id: "personId" in to ? to.personId : null,
				mentorship_id: "mentorshipId" in to ? to.mentorshipId : null,
			})
			.execute();
	}
}

/** Takes due deliveries of all workspaces, oldest first, for `leaseSeconds`. */
export async function claimDeliveries(
	senderDb: Db,
	{ most, leaseSeconds }: { most: number; leaseSeconds: number },
): Promise<Claimed[]> {
	const leaseToken = newId();
	const rows = await senderDb
		.with("due", (db) =>
			db
				.selectFrom("delivery")
				.select(["workspace_id", "delivery_id"])
				.where("state", "=", "pending")
				.where("next_at", "<=", sql<Date>`now()`)
				.orderBy("next_at")
				.limit(most)
				.forUpdate()
				.skipLocked(),
		)
		.updateTable("delivery")
		.from("due")
		.set((eb) => ({
			state: "sending",
			lease_token: leaseToken,
			lease_until: sql<Date>`now() + make_interval(secs => ${leaseSeconds})`,
			attempts: eb("delivery.attempts", "+", 1),
		}))
		.whereRef("delivery.workspace_id", "=", "due.workspace_id")
		.whereRef("delivery.delivery_id", "=", "due.delivery_id")
		.returning([
			"delivery.workspace_id",
			"delivery.delivery_id",
			"delivery.person_id",
			"delivery.mentorship_id",
			"delivery.attempts",
		])
		.execute();
	return rows.map((row) => ({
		workspaceId: row.workspace_id,
		deliveryId: row.delivery_id,
		personId: row.person_id,
		mentorshipId: row.mentorship_id,
		attempts: row.attempts,
		leaseToken,
	}));
}

/** What a claimed delivery has to say; stale ones say it no more. */
export async function listOwed(trx: WorkspaceTrx, deliveryId: string) {
	return trx
		.selectFrom("owed")
		.select(["kind", "subject_id"])
		.select(sql<boolean>`stale_after < now()`.as("stale"))
		.where("workspace_id", "=", trx.workspaceId)
		.where("delivery_id", "=", deliveryId)
		.orderBy("owed_id")
		.execute();
}

type Settled =
	| { state: "sent"; channel: string; ts: string }
	| { state: "pending"; error: string; waitSeconds: number; attempts: number }
	| { state: "unknown" | "failed" | "dropped"; error: string };

/** Writes what became of a delivery, unless the lease was lost meanwhile. */
export async function updateSettled(
	senderDb: Db,
	claimed: Claimed,
	settled: Settled,
): Promise<void> {
	await senderDb
		.updateTable("delivery")
		.set({
			state: settled.state,
			lease_token: null,
			lease_until: null,
			...(settled.state === "sent" && {
				channel: settled.channel,
				message_ts: settled.ts,
				sent_at: sql<Date>`now()`,
			}),
			...(settled.state === "pending" && {
				next_at: sql<Date>`now() + make_interval(secs => ${settled.waitSeconds})`,
				attempts: settled.attempts,
			}),
			...(settled.state !== "sent" && { last_error: settled.error }),
		})
		.where("workspace_id", "=", claimed.workspaceId)
		.where("delivery_id", "=", claimed.deliveryId)
		.where("lease_token", "=", claimed.leaseToken)
		.execute();
}

/** A sender that died may have posted: what it held becomes unknown. */
export async function expireLeases(senderDb: Db): Promise<void> {
	await senderDb
		.updateTable("delivery")
		.set({
			state: "unknown",
			lease_token: null,
			lease_until: null,
			last_error: "the lease expired",
		})
		.where("state", "=", "sending")
		.where("lease_until", "<", sql<Date>`now()`)
		.execute();
}
