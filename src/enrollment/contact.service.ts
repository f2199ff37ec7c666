import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readPrograms } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { saveNoContact } from "../workspaces/people.service.ts";
import { carryOut, type OnLeave, readJoined } from "./enrollment.service.ts";

/** `elsewhere`: they take part in another program, which writes to them. */
export type Refused = "refused" | "enrolled" | "elsewhere";

/**
 * For good, until they undo it or join; what is open with them closes, in all
 * programs. Whoever has joined is asked for things all the time: that is
 * leaving. What is open in programs they have not joined closes all the same.
 */
export function refuseContact(
	deps: Deps,
	visit: Visit,
	onRefuse: OnLeave[],
): Promise<Refused> {
	const { workspaceId, actor, now, programId: here } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx): Promise<Refused> => {
		const joined = await readJoined(trx, actor.personId);
		if (joined.includes(here)) return "enrolled";
		const said = joined.length > 0 ? "elsewhere" : "refused";
		if (!(await claimRequest(trx, visit.key))) return said;
		if (said === "refused") await saveNoContact(trx, actor.personId, now);
		const programs = await readPrograms(trx);
		const others = programs
			.map(({ programId }) => programId)
			.filter((programId) => !joined.includes(programId))
			.sort();
		await carryOut(deps, trx, visit, onRefuse, others);
		return said;
	});
}

export async function allowContact(deps: Deps, visit: Visit): Promise<void> {
	const { workspaceId, actor } = visit;
	await withWorkspace(deps.db, workspaceId, async (trx) => {
		if (await claimRequest(trx, visit.key))
			await saveNoContact(trx, actor.personId, null);
	});
}
