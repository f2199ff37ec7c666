import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";

/** Who there is in a program, as a yes or no. */
export async function findSmallProgram(
	trx: WorkspaceTrx,
	programId: string,
): Promise<{
	hasMentors: boolean;
	hasMentees: boolean;
	hasDirectory: boolean;
}> {
	const { rows } = await sql<{
		hasMentors: boolean;
		hasMentees: boolean;
		hasDirectory: boolean;
	}>`
		select coalesce(bool_or(role in ('mentor', 'both')), false) as "hasMentors",
			coalesce(bool_or(role in ('mentee', 'both')), false) as "hasMentees",
			exists (select from person where workspace_id = ${trx.workspaceId}
				and manager_id is not null) as "hasDirectory"
		from enrollment where workspace_id = ${trx.workspaceId}
			and program_id = ${programId} and state <> 'left'`.execute(trx);
	return (
		rows[0] ?? { hasMentors: false, hasMentees: false, hasDirectory: false }
	);
}
