import { sql } from "kysely";
import type { Db, WorkspaceTrx } from "../db/database.ts";
import type { OwedItem } from "./digest.ts";
import { rankOf, type Urgency } from "./owe.ts";
import type { Past } from "./receiver.ts";

/** Workspaces in which something owed waits for its time to be worked out. */
export async function listWorkspacesToPlan(senderDb: Db): Promise<string[]> {
	const rows = await senderDb
		.selectFrom("owed")
		.select("workspace_id")
		.distinct()
		.where("delivery_id", "is", null)
		.where("plan_at", "<=", sql<Date>`now()`)
		.execute();
	return rows.map((row) => row.workspace_id);
}

/** Takes some people for planning; another replica takes others. */
export async function lockPeopleToPlan(
	trx: WorkspaceTrx,
	most: number,
): Promise<string[]> {
	const rows = await trx
		.selectFrom("person")
		.select("person_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom("owed")
					.select("owed_id")
					.whereRef("owed.workspace_id", "=", "person.workspace_id")
					.whereRef("owed.person_id", "=", "person.person_id")
					.where("delivery_id", "is", null)
					.where("plan_at", "<=", sql<Date>`now()`),
			),
		)
		// The order of gates, which are opened one after another.
		.orderBy("person_id")
		.limit(most)
		.forNoKeyUpdate()
		.skipLocked()
		.execute();
	return rows.map((row) => row.person_id);
}

export async function listUnplanned(
	trx: WorkspaceTrx,
	personId: string,
): Promise<OwedItem[]> {
	return trx
		.selectFrom("owed")
		.select([
			"owed_id as owedId",
			"urgency",
			"created_at as createdAt",
			"stale_after as staleAfter",
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.where("delivery_id", "is", null)
		.execute();
}

const urgencies: Urgency[] = ["now", "today", "this_week"];

/**
 * The digests someone got or is about to get, back to before their last
 * Monday. A digest counts as its least urgent item.
 */
export async function listPast(
	trx: WorkspaceTrx,
	personId: string,
	except: string | null = null,
): Promise<Past> {
	const rows = await trx
		.selectFrom("delivery")
		.innerJoin("owed", (join) =>
			join
				.onRef("owed.workspace_id", "=", "delivery.workspace_id")
				.onRef("owed.delivery_id", "=", "delivery.delivery_id"),
		)
		.select("delivery.sent_at")
		.select(
			sql<number>`max(case owed.urgency when 'now' then ${rankOf.now}::int
				when 'today' then ${rankOf.today}::int
				else ${rankOf.this_week}::int end)`.as("rank"),
		)
		.where("delivery.workspace_id", "=", trx.workspaceId)
		.where("delivery.person_id", "=", personId)
		.where("delivery.rank", ">", rankOf.now)
		.where("delivery.state", "in", ["pending", "sending", "unknown", "sent"])
		.where("delivery.created_at", ">", sql<Date>`now() - interval '9 days'`)
		.$if(except !== null, (query) =>
			query.where("delivery.delivery_id", "<>", except ?? ""),
		)
		.groupBy(["delivery.delivery_id", "delivery.sent_at"])
		.select(sql<Date>`min(delivery.next_at)`.as("next_at"))
		.execute();
	return rows.map((row) => ({
		sentAt: row.sent_at ?? row.next_at,
		urgency: urgencies[row.rank] ?? "this_week",
	}));
}
