import { sql } from "kysely";
import type { Db } from "../db/database.ts";

export type DeliveryId = { workspaceId: string; deliveryId: string };

/** What can be sent again: nobody is at it, and it will not be sent by itself. */
export const retryable = ["failed", "dropped", "unknown"];
/** What can be given up: it was not sent for sure, and nobody is at it. */
export const droppable = ["pending", "failed", "unknown"];

/**
 * Makes deliveries pending again, with all their attempts, and their gates due.
 * One that changed meanwhile is left as it is. A look-up under way loses its
 * lease, and so changes nothing.
 *
 * @returns how many will be sent again
 */
export async function retryDeliveries(
	senderDb: Db,
	deliveries: DeliveryId[],
): Promise<number> {
	const { rows } = await sql`
		with retried as (
			update delivery set state = 'pending', next_at = now(), attempts = 0,
				lease_token = null, lease_until = null, last_error = null
			from ${chosen(deliveries)}
			where delivery.workspace_id = chosen.workspace_id
				and delivery.delivery_id = chosen.delivery_id
				and state = any(${retryable})
				and exists (select 1 from gate
					where gate.workspace_id = delivery.workspace_id
						and gate.gate_key = delivery.gate_key)
			returning delivery.workspace_id, delivery.delivery_id,
				delivery.gate_key, delivery.rank
		), due as (
			select workspace_id, gate_key, min(rank) as rank
			from retried group by workspace_id, gate_key
		), held as (
			select gate.workspace_id, gate.gate_key from gate
			join due using (workspace_id, gate_key)
			order by gate.workspace_id, gate.gate_key collate "C"
			for no key update of gate
		), opened as (
			update gate set rank = least(gate.rank, due.rank),
				due_at = least(gate.due_at, greatest(gate.open_at, now()))
			from due join held using (workspace_id, gate_key)
			where gate.workspace_id = due.workspace_id
				and gate.gate_key = due.gate_key
		)
		select delivery_id from retried`.execute(senderDb);
	return rows.length;
}

/**
 * Gives deliveries up: they are never sent. Their gates find out by themselves
 * that nothing is due.
 *
 * @returns how many were dropped
 */
export async function dropDeliveries(
	senderDb: Db,
	deliveries: DeliveryId[],
): Promise<number> {
	const { rows } = await sql`
		update delivery set state = 'dropped', lease_token = null,
			lease_until = null, last_error = 'dropped by hand'
		from ${chosen(deliveries)}
		where delivery.workspace_id = chosen.workspace_id
			and delivery.delivery_id = chosen.delivery_id
			and state = any(${droppable})
		returning delivery.delivery_id`.execute(senderDb);
	return rows.length;
}

function chosen(deliveries: DeliveryId[]) {
	const workspaceIds = deliveries.map(({ workspaceId }) => workspaceId);
	const deliveryIds = deliveries.map(({ deliveryId }) => deliveryId);
	return sql`unnest(${workspaceIds}::uuid[], ${deliveryIds}::uuid[])
		as chosen (workspace_id, delivery_id)`;
}
