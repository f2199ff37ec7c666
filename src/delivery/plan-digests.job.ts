import {
	type Db,
	newId,
	type WorkspaceTrx,
	withWorkspace,
} from "../db/database.ts";
import type { Job } from "../scheduler/job.ts";
import { planDigest } from "./digest.ts";
import { insertDeliveries, insertDropped } from "./ledger.queries.ts";
import type { Receivers } from "./letter.ts";
import { assignOwed, postponePlanning } from "./owe.queries.ts";
import { gateKeyOf, rankOf } from "./owe.ts";
import {
	listPast,
	listUnplanned,
	listWorkspacesToPlan,
	lockPeopleToPlan,
} from "./plan.queries.ts";

/** People planned in one transaction. */
const batch = 100;
/** Nothing can be said about their time yet: asked again this much later. */
const unknownWaitMs = 60 * 60_000;

/**
 * Turns what is owed for `today` and `this_week` into digests when their
 * moment has come. A plan is worked out anew each time, since a pause or a new
 * item may have changed it; only what is due now becomes a delivery.
 */
export function planDigestsJob(options: {
	senderDb: Db;
	receivers: Receivers;
}): Job {
	return {
		id: "delivery:plan-digests",
		async run(deps, now) {
			for (const workspaceId of await listWorkspacesToPlan(options.senderDb)) {
				let planned: number;
				do {
					planned = await withWorkspace(deps.db, workspaceId, async (trx) => {
						const people = await lockPeopleToPlan(trx, batch);
						for (const personId of people)
							await planPerson(trx, options.receivers, personId, now);
						return people.length;
					});
				} while (planned === batch);
			}
		},
	};
}

async function planPerson(
	trx: WorkspaceTrx,
	receivers: Receivers,
	personId: string,
	now: Date,
): Promise<void> {
	const items = await listUnplanned(trx, personId);
	const receiver = await receivers.find(trx, personId);
	const plan = planDigest(items, receiver, await listPast(trx, personId), now);
	const to = { personId, mentorshipId: null };
	const urgencyOf = new Map(items.map((item) => [item.owedId, item.urgency]));

	if (plan.stale.length > 0) {
		const deliveryId = newId();
		await insertDropped(trx, { deliveryId, to, error: "stale" });
		await assignOwed(trx, plan.stale, deliveryId);
	}
	for (const { owedIds, at } of plan.deliveries) {
		if (at > now) {
			await postponePlanning(trx, owedIds, at);
			continue;
		}
		const deliveryId = newId();
		const ranks = owedIds.map((id) => rankOf[urgencyOf.get(id) ?? "this_week"]);
		const rank = Math.min(...ranks);
		await insertDeliveries(trx, [
			{ deliveryId, to, gateKey: gateKeyOf(to), rank, at: null },
		]);
		await assignOwed(trx, owedIds, deliveryId);
	}
	const later = new Date(now.getTime() + unknownWaitMs);
	await postponePlanning(trx, plan.waiting, later);
}
