import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readParticipation } from "../programs/participation.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import { isTaken } from "../programs/who-may-join.service.ts";
import type { Visit } from "../slack/feature.ts";
import { type Role, rolesIn } from "./enrollment.ts";

/** On what terms someone joins the visit's program, if at all. */
export type JoinTerms = {
	/** The program takes people of their department and location. */
	mayJoin: boolean;
	/** What the program asks beside the five lines. */
	ownLines: string[];
	/** What one can be in it. */
	roles: Role[];
};

export function readJoinTerms(deps: Deps, visit: Visit): Promise<JoinTerms> {
	const { workspaceId, programId, actor } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => ({
		mayJoin: await isTaken(trx, { programId, personId: actor.personId }),
		ownLines: (await readParticipation(trx, programId)).ownLines,
		roles: rolesIn((await readProgram(trx, programId)).settings),
	}));
}
