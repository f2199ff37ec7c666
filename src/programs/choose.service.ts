import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { saveChosenProgram } from "../workspaces/people.service.ts";
import { listProgramsFor, type ProgramOfPerson } from "./choose.queries.ts";

/** All programs of the workspace, and what the visitor is to each. */
export function readProgramsFor(
	deps: Deps,
	{ workspaceId, actor }: Visit,
): Promise<ProgramOfPerson[]> {
	return withWorkspace(deps.db, workspaceId, (trx) =>
		listProgramsFor(trx, actor.personId),
	);
}

/**
 * Makes the visitor's commands be about this program from now on; its name,
 * or null when there is no such program.
 */
export function chooseProgram(
	deps: Deps,
	{ workspaceId, actor, key }: Visit,
	programId: string,
): Promise<string | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const programs = await listProgramsFor(trx, actor.personId);
		const chosen = programs.find((one) => one.programId === programId);
		if (!chosen) return null;
		// The same request again must not undo a later choice.
		if (await claimRequest(trx, key))
			await saveChosenProgram(trx, actor.personId, programId);
		return chosen.name;
	});
}
