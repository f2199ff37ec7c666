import { withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { planAnew } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { deleteSnooze, findSnooze, upsertSnooze } from "./snoozes.queries.ts";

/** Until when the reader hears nothing by itself; null: they are awake. */
export function readSnooze(
	deps: Deps,
	{ workspaceId, actor, now }: Visit,
): Promise<Date | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const until = await findSnooze(trx, actor.personId);
		return until && until > now ? until : null;
	});
}

/** What has been owed already waits as well. */
export async function snooze(
	deps: Deps,
	{ workspaceId, actor, key }: Visit,
	until: Date,
): Promise<void> {
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		// Repeated after they woke, it must not snooze once more.
		if (!(await claimRequest(trx, key))) return;
		await upsertSnooze(trx, actor.personId, until);
		await updateHomeChanged(trx, [actor.personId]);
	});
}

/** What has waited comes in the next working hour. */
export async function wake(
	deps: Deps,
	{ workspaceId, actor, key, now }: Visit,
): Promise<void> {
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		if (!(await claimRequest(trx, key))) return;
		await planAnew(trx, [actor.personId], now);
		await deleteSnooze(trx, actor.personId);
		await updateHomeChanged(trx, [actor.personId]);
	});
}
