import { sql } from "kysely";
import { newId, type WorkspaceTrx } from "../db/database.ts";
import { updateHomeChanged } from "./home.queries.ts";
import { inChunks, insertDeliveries } from "./ledger.queries.ts";
import {
	type Destination,
	gateKeyOf,
	type OwedMessage,
	rankOf,
	type Urgency,
} from "./owe.ts";

/**
 * Owes messages in the transaction that changes the state. What was owed
 * before under the same key is not owed again. Those for `now` are ready to
 * be claimed at the commit; the others wait to be planned into a digest.
 *
 * Keys, then Homes, then gates are written, each in one order for everybody:
 * two transactions wait for each other, but never in a circle. So a transaction
 * owes all it has to say by one call.
 */
export async function insertOwed(
	trx: WorkspaceTrx,
	messages: OwedMessage[],
): Promise<void> {
	const rows = messages
		.map((message) => {
			const to = destinationOf(message);
			const alone = message.urgency === "now" || to.personId === null;
			return {
				message,
				to,
				owedId: newId(),
				deliveryId: alone ? newId() : null,
			};
		})
		.sort((a, b) => (a.message.key < b.message.key ? -1 : 1));
	const fresh = new Set<string | null>();
	for (const some of inChunks(rows))
		for (const id of await insertRows(trx, some)) fresh.add(id);
	const deliveries = rows.flatMap(({ message, to, deliveryId }) =>
		deliveryId && fresh.has(deliveryId)
			? [
					{
						deliveryId,
						to,
						gateKey: gateKeyOf(to),
						rank: rankOf[message.urgency],
						at: null,
					},
				]
			: [],
	);
	// What someone is told of nearly always shows on their Home as well.
	await updateHomeChanged(
		trx,
		rows.flatMap(({ to }) => to.personId ?? []),
	);
	await insertDeliveries(trx, deliveries);
}

type NewOwed = {
	message: OwedMessage;
	to: Destination;
	owedId: string;
	deliveryId: string | null;
};

/** The deliveries of those that were not owed before. */
async function insertRows(
	trx: WorkspaceTrx,
	rows: NewOwed[],
): Promise<(string | null)[]> {
	const inserted = await trx
		.insertInto("owed")
		.values(
			rows.map(({ message, to, owedId, deliveryId }) => ({
				workspace_id: trx.workspaceId,
				owed_id: owedId,
				dedupe_key: message.key,
				kind: message.kind,
				person_id: to.personId,
				subject_id: message.subjectId,
				urgency: message.urgency,
				stale_after: sql<Date>`now() + make_interval(hours => ${message.staleAfterHours})`,
				delivery_id: deliveryId,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.returning("delivery_id")
		.execute();
	return inserted.map((row) => row.delivery_id);
}

function destinationOf({ to }: OwedMessage): Destination {
	return { personId: null, mentorshipId: null, ...to };
}

export type OwedRow = {
	owedId: string;
	kind: string;
	subjectId: string;
	urgency: Urgency;
	stale: boolean;
};

/** What a delivery has to say, in the order it was owed. */
export async function listOwed(
	trx: WorkspaceTrx,
	deliveryId: string,
): Promise<OwedRow[]> {
	return trx
		.selectFrom("owed")
		.select(["owed_id as owedId", "kind", "subject_id as subjectId", "urgency"])
		.select(sql<boolean>`stale_after < now()`.as("stale"))
		.where("workspace_id", "=", trx.workspaceId)
		.where("delivery_id", "=", deliveryId)
		.orderBy("owed_id")
		.execute();
}

/** What is owed goes with this delivery. */
export async function assignOwed(
	trx: WorkspaceTrx,
	owedIds: string[],
	deliveryId: string,
): Promise<void> {
	await trx
		.updateTable("owed")
		.set({ delivery_id: deliveryId })
		.where("workspace_id", "=", trx.workspaceId)
		.where("owed_id", "in", owedIds)
		.execute();
}

/** Works out the time of these again at `at`. */
export async function postponePlanning(
	trx: WorkspaceTrx,
	owedIds: string[],
	at: Date,
): Promise<void> {
	if (owedIds.length === 0) return;
	await trx
		.updateTable("owed")
		.set({ plan_at: at })
		.where("workspace_id", "=", trx.workspaceId)
		.where("owed_id", "in", owedIds)
		.execute();
}

/** What is owed to these people, and has no time yet, is planned at that time. */
export async function planAnew(
	trx: WorkspaceTrx,
	personIds: string[],
	at: Date,
): Promise<void> {
	await trx
		.updateTable("owed")
		.set({ plan_at: at })
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", sql<string>`any(${personIds}::uuid[])`)
		.where("delivery_id", "is", null)
		.execute();
}
