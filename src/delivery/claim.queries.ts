import { sql } from "kysely";
import { type Db, newId } from "../db/database.ts";
import type { Claimed } from "./owe.ts";
import { type GateId, openIdleGates } from "./settle.queries.ts";

export type ClaimOptions = {
	/** Deliveries, and so lanes, at the most. */
	most: number;
	leaseSeconds: number;
	/** Messages a second in one workspace. */
	perSecond: number;
	/** Workspaces that have their share of this process already. */
	busy: string[];
};

type Row = {
	workspace_id: string;
	delivery_id: string;
	person_id: string | null;
	mentorship_id: string | null;
	conversation_id: string | null;
	program_id: string | null;
	attempts: number;
	claimed_at: Date;
};

/** A gate that was due, and nothing to send in it: its delivery is gone. */
type IdleGate = { workspace_id: string; gate_key: string; delivery_id: null };

/**
 * Takes deliveries that may go now. Each ready lane gives a few, so one
 * workspace cannot hold up another; each open gate gives one, the most urgent,
 * so a long queue to one conversation hides nothing. A gate stays shut while
 * its message is in flight, at the longest for the lease.
 */
export async function claimDeliveries(
	senderDb: Db,
	{ most, leaseSeconds, perSecond, busy }: ClaimOptions,
): Promise<Claimed[]> {
	const leaseToken = newId();
	const lease = sql`now() + make_interval(secs => ${leaseSeconds}::float8)`;
	const burst = Math.max(1, Math.floor(perSecond / 10));
	const { rows } = await sql<Row | IdleGate>`
		with ready as (
			select workspace_id from lane
			where next_at <= now() and stopped is null
				and workspace_id <> all(${busy}::uuid[])
				and exists (select 1 from gate
					where gate.workspace_id = lane.workspace_id
						and gate.due_at <= now() and gate.stopped is null)
			order by next_at limit ${most}
			for no key update skip locked
		), open as (
			select g.workspace_id, g.gate_key from ready cross join lateral (
				select workspace_id, gate_key from gate
				where gate.workspace_id = ready.workspace_id
					and due_at <= now() and stopped is null
				order by rank, due_at limit ${burst}
				for no key update skip locked
			) g limit ${most}
		), picked as (
			select d.* from open cross join lateral (
				select workspace_id, gate_key, delivery_id from delivery
				where delivery.workspace_id = open.workspace_id
					and delivery.gate_key = open.gate_key
					and state = 'pending' and next_at <= now()
				order by rank, delivery_id limit 1
				for update skip locked
			) d
		), shut as (
			update gate set open_at = ${lease}, due_at = ${lease} from picked
			where gate.workspace_id = picked.workspace_id
				and gate.gate_key = picked.gate_key
		), paced as (
			update lane set next_at = greatest(next_at, now())
				+ make_interval(secs => took.messages / ${perSecond}::float8)
			from (select workspace_id, count(*) as messages
				from picked group by workspace_id) took
			where lane.workspace_id = took.workspace_id
		), claimed as (
			update delivery set state = 'sending', attempts = attempts + 1,
				claimed_at = now(), lease_token = ${leaseToken}::uuid,
				lease_until = ${lease}
			from picked
			where delivery.workspace_id = picked.workspace_id
				and delivery.delivery_id = picked.delivery_id
			returning delivery.*
		)
		select workspace_id, gate_key, delivery_id, person_id, mentorship_id,
			conversation_id, program_id, attempts, claimed_at
		from open left join claimed using (workspace_id, gate_key)`.execute(
		senderDb,
	);
	const idle: GateId[] = [];
	const claims: Claimed[] = [];
	for (const row of rows)
		if (row.delivery_id === null)
			idle.push({ workspaceId: row.workspace_id, gateKey: row.gate_key });
		else claims.push(asClaimed(row, leaseToken));
	// Gates for which this fails are due still, and found again.
	await openIdleGates(senderDb, idle).catch(() => {});
	return claims;
}

/**
 * Takes one unknown delivery a workspace whose grace is over, at the lookup
 * lane's own pace. It stays unknown, and is offered again when this process
 * does not come back in time.
 */
export async function claimUnknown(
	senderDb: Db,
	options: { most: number; leaseSeconds: number; lookupsPerMinute: number },
): Promise<Claimed[]> {
	const leaseToken = newId();
	const lease = sql`now() + make_interval(secs => ${options.leaseSeconds}::float8)`;
	const { rows } = await sql<Row>`
		with ready as (
			select workspace_id from lane
			where lookup_at <= now() and stopped is null
				and exists (select 1 from delivery
					where delivery.workspace_id = lane.workspace_id
						and state = 'unknown' and delivery.next_at <= now())
			order by lookup_at limit ${options.most}
			for no key update skip locked
		), picked as (
			select d.* from ready cross join lateral (
				select workspace_id, delivery_id from delivery
				where delivery.workspace_id = ready.workspace_id
					and state = 'unknown' and next_at <= now()
				order by next_at limit 1
				for update skip locked
			) d
		), paced as (
			update lane set lookup_at = greatest(lookup_at, now())
				+ make_interval(secs => 60 / ${options.lookupsPerMinute}::float8)
			from picked where lane.workspace_id = picked.workspace_id
		)
		update delivery set next_at = ${lease}, lease_token = ${leaseToken}::uuid
		from picked
		where delivery.workspace_id = picked.workspace_id
			and delivery.delivery_id = picked.delivery_id
		returning delivery.workspace_id, delivery.delivery_id,
			delivery.person_id, delivery.mentorship_id,
			delivery.conversation_id, delivery.program_id, delivery.attempts,
			delivery.claimed_at`.execute(senderDb);
	return rows.map((row) => asClaimed(row, leaseToken));
}

function asClaimed(row: Row, leaseToken: string): Claimed {
	return {
		workspaceId: row.workspace_id,
		deliveryId: row.delivery_id,
		personId: row.person_id,
		mentorshipId: row.mentorship_id,
		conversationId: row.conversation_id,
		programId: row.program_id,
		attempts: row.attempts,
		claimedAt: row.claimed_at,
		leaseToken,
	};
}
