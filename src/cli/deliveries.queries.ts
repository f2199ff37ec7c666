import { sql } from "kysely";
import type { Db } from "../db/database.ts";

// Ids, kinds, codes and times only: the ledger holds no text, and the sender's
// role could not read any.

export type CountRow = {
	/** Of deliveries, or `owed`: not planned into a delivery yet. */
	state: string;
	kind: string;
	count: number;
	oldestId: string | null;
	oldestAt: Date;
	/** Of the oldest, by the database's clock. */
	waitedSeconds: number;
};

/** How many there are, by state and kind; a digest of several counts once. */
export async function countDeliveries(senderDb: Db): Promise<CountRow[]> {
	const { rows } = await sql<CountRow>`
		with about as (
			select d.state, d.delivery_id, d.created_at,
				case when count(distinct o.kind) > 1 then 'several kinds'
					else coalesce(min(o.kind), '') end as kind
			from delivery d left join owed o using (workspace_id, delivery_id)
			group by d.workspace_id, d.delivery_id
			union all
			select 'owed', null, created_at, kind from owed
			where delivery_id is null
		)
		select state, kind, count(*)::int as count,
			min(delivery_id::text) as "oldestId", min(created_at) as "oldestAt",
			extract(epoch from now() - min(created_at))::float8 as "waitedSeconds"
		from about group by state, kind
		order by array_position(array['owed', 'pending', 'sending', 'unknown',
			'failed', 'dropped', 'sent'], state), kind`.execute(senderDb);
	return rows;
}

export type StoppedRow = {
	workspaceId: string;
	/** null: the whole workspace. */
	gateKey: string | null;
	reason: string;
	/** Deliveries that wait behind it. */
	pending: number;
};

/** Lanes first, then gates, those with most behind them first. */
export async function listStopped(senderDb: Db): Promise<StoppedRow[]> {
	const { rows } = await sql<StoppedRow>`
		with stopped as (
			select workspace_id, null as gate_key, stopped as reason from lane
			where stopped is not null
			union all
			select workspace_id, gate_key, stopped from gate
			where stopped is not null
		)
		select workspace_id as "workspaceId", gate_key as "gateKey", reason,
			(select count(*)::int from delivery d
				where d.workspace_id = stopped.workspace_id
					and d.gate_key = coalesce(stopped.gate_key, d.gate_key)
					and d.state = 'pending') as pending
		from stopped
		order by gate_key is null desc, pending desc, workspace_id, gate_key
		`.execute(senderDb);
	return rows;
}

export type DroppedRow = { reason: string; count: number; newestAt: Date };

export async function countDropped(senderDb: Db): Promise<DroppedRow[]> {
	const { rows } = await sql<DroppedRow>`
		select coalesce(last_error, '') as reason, count(*)::int as count,
			max(created_at) as "newestAt"
		from delivery where state = 'dropped'
		group by last_error order by count desc, reason`.execute(senderDb);
	return rows;
}

export type DeliveryRow = {
	workspaceId: string;
	deliveryId: string;
	/** `person:ID`, `mentorship:ID` or `conversation:ID`. */
	gateKey: string;
	kinds: string;
	state: string;
	attempts: number;
	reason: string | null;
	/** The last try, or when it was made. */
	at: Date;
	/** Everything in it is too old to be said. */
	stale: boolean;
	/** Why nothing is sent there at present. */
	stopped: string | null;
};

/** What could not be sent, or may have been; the newest first. */
export function listTroubled(senderDb: Db): Promise<DeliveryRow[]> {
	return listDeliveries(senderDb, sql`d.state in ('failed', 'unknown')`);
}

export function listFailed(senderDb: Db): Promise<DeliveryRow[]> {
	return listDeliveries(senderDb, sql`d.state = 'failed'`);
}

export function findDeliveries(
	senderDb: Db,
	deliveryIds: string[],
): Promise<DeliveryRow[]> {
	return listDeliveries(
		senderDb,
		sql`d.delivery_id = any(${deliveryIds}::uuid[])`,
	);
}

async function listDeliveries(
	senderDb: Db,
	which: ReturnType<typeof sql>,
): Promise<DeliveryRow[]> {
	const { rows } = await sql<DeliveryRow>`
		select d.workspace_id as "workspaceId", d.delivery_id as "deliveryId",
			d.gate_key as "gateKey", d.state, d.attempts, d.last_error as reason,
			coalesce(d.claimed_at, d.created_at) as at,
			coalesce(owed.kinds, '') as kinds, coalesce(owed.stale, true) as stale,
			coalesce(lane.stopped, gate.stopped) as stopped
		from delivery d
		left join lane using (workspace_id)
		left join gate using (workspace_id, gate_key)
		cross join lateral (
			select string_agg(distinct kind, ' ') as kinds,
				bool_and(stale_after < now()) as stale
			from owed where owed.workspace_id = d.workspace_id
				and owed.delivery_id = d.delivery_id
		) owed
		where ${which}
		order by at desc, d.delivery_id desc`.execute(senderDb);
	return rows;
}
