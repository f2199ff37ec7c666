import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Cohort } from "../programs/cohort.ts";
import { readOpenCohort } from "../programs/cohort-members.service.ts";
import { readParticipation } from "../programs/participation.service.ts";
import type { Terms } from "../programs/participation.ts";
import { readProgram } from "../programs/programs.service.ts";
import { isTaken } from "../programs/who-may-join.service.ts";
import type { Visit } from "../slack/feature.ts";
import type { Reader } from "../time/dates.ts";
import { type Role, rolesIn } from "./enrollment.ts";

/** On what terms someone joins the visit's program, if at all. */
export type JoinTerms = {
	/** The program takes people of their department and location. */
	mayJoin: boolean;
	/** What one agrees to by it. */
	terms: Terms;
	/** What one can be in it. */
	roles: Role[];
	/** Whose sign-up is open: whoever joins takes part in it. */
	cohort: Cohort | null;
	reader: Reader;
};

export function readJoinTerms(deps: Deps, visit: Visit): Promise<JoinTerms> {
	const { workspaceId, programId, actor, now } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => ({
		mayJoin: await isTaken(trx, { programId, personId: actor.personId }),
		terms: await readParticipation(trx, programId),
		roles: rolesIn((await readProgram(trx, programId)).settings),
		cohort: await readOpenCohort(trx, programId, now),
		reader: actor,
	}));
}
