import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { saveNoContact } from "../workspaces/people.service.ts";
import { carryOut, type OnLeave } from "./enrollment.service.ts";

/** For good, until they undo it or join; what is open with them closes. */
export async function refuseContact(
	deps: Deps,
	visit: Visit,
	onRefuse: OnLeave[],
): Promise<"refused" | "enrolled"> {
	const { workspaceId, actor, now } = visit;
	// Whoever has joined is asked for things all the time: that is leaving.
	if (actor.enrollment && actor.enrollment.state !== "left") return "enrolled";
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		if (!(await claimRequest(trx, visit.key))) return;
		await saveNoContact(trx, actor.personId, now);
		await carryOut(deps, trx, visit, onRefuse);
	});
	return "refused";
}

export async function allowContact(deps: Deps, visit: Visit): Promise<void> {
	const { workspaceId, actor } = visit;
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		if (await claimRequest(trx, visit.key))
			await saveNoContact(trx, actor.personId, null);
	});
}
