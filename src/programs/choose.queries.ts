import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";

/** A program of the workspace, and what someone is to it. */
export type ProgramOfPerson = {
	programId: string;
	name: string;
	hasJoined: boolean;
	isManager: boolean;
};

/** All programs that someone could be in, the first one first. */
export async function listProgramsFor(
	trx: WorkspaceTrx,
	personId: string,
): Promise<ProgramOfPerson[]> {
	return (
		trx
			.selectFrom("program as g")
			.leftJoin("enrollment as e", (join) =>
				join
					.onRef("e.workspace_id", "=", "g.workspace_id")
					.onRef("e.program_id", "=", "g.program_id")
					.on("e.person_id", "=", personId)
					.on("e.state", "!=", "left"),
			)
			.leftJoin("program_manager as m", (join) =>
				join
					.onRef("m.workspace_id", "=", "g.workspace_id")
					.onRef("m.program_id", "=", "g.program_id")
					.on("m.person_id", "=", personId),
			)
			.select([
				"g.program_id as programId",
				"g.name",
				sql<boolean>`e.person_id is not null`.as("hasJoined"),
				sql<boolean>`m.person_id is not null`.as("isManager"),
			])
			.where("g.workspace_id", "=", trx.workspaceId)
			// A guest who looked at another one would be shut out of them all.
			.where(({ or, exists, selectFrom }) =>
				or([
					sql<boolean>`g.settings->'allowsGuests' = 'true'`,
					exists(
						selectFrom("person as p")
							.select("p.person_id")
							.whereRef("p.workspace_id", "=", "g.workspace_id")
							.where("p.person_id", "=", personId)
							.where("p.standing", "=", "member"),
					),
				]),
			)
			.orderBy("g.is_first", "desc")
			.orderBy("g.name")
			.execute()
	);
}
