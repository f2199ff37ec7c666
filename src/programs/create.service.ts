import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { saveChosenProgram } from "../workspaces/people.service.ts";
import { writeAct } from "./acts.service.ts";
import { insertManager } from "./managers.queries.ts";
import { insertProgram, listPrograms } from "./programs.queries.ts";
import { insertDefaultTopics } from "./programs.service.ts";

/** One menu shows them all. */
export const mostPrograms = 50;

export type Created =
	| { outcome: "created"; programId: string }
	| { outcome: "before" | "taken" | "full" };

/** Another program beside the first; whoever makes it manages it. */
export function createProgram(
	deps: Deps,
	visit: Visit,
	name: string,
): Promise<Created> {
	const { actor } = visit;
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const programs = await listPrograms(trx);
		const sameName = programs.some(
			(program) => program.name.toLowerCase() === name.toLowerCase(),
		);
		if (sameName) return { outcome: "taken" };
		if (programs.length >= mostPrograms) return { outcome: "full" };
		if (!(await claimRequest(trx, visit.key))) return { outcome: "before" };
		const programId = await insertProgram(trx, name);
		await insertDefaultTopics(trx, programId);
		await insertManager(trx, programId, actor.personId);
		await saveChosenProgram(trx, actor.personId, programId);
		await writeAct(trx, {
			programId,
			actorId: actor.personId,
			action: "programs:create",
		});
		return { outcome: "created", programId };
	});
}
