import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { ManagedProgram } from "./managed.ts";

/** The programs someone manages, without the people who are hidden from them. */
export async function listManagedPrograms(
	trx: WorkspaceTrx,
	managerId: string,
): Promise<ManagedProgram[]> {
	const { rows } = await sql<ManagedProgram>`
		with hidden as materialized (
			select id from hidden_from(${trx.workspaceId}, ${managerId}) id
		)
		select g.program_id as "programId", g.name,
			(select count(*)::int from enrollment e
				where e.workspace_id = g.workspace_id
					and e.program_id = g.program_id and e.state <> 'left'
					and e.person_id not in (select id from hidden)) as enrolled,
			(select count(distinct w.person_id)::int from waiting w
				where w.workspace_id = g.workspace_id
					and w.program_id = g.program_id and w.state = 'waiting'
					and w.person_id not in (select id from hidden)) as waiting,
			(select count(distinct r.mentee_id)::int from request r
				where r.workspace_id = g.workspace_id
					and r.program_id = g.program_id
					and r.state in ('open', 'asked_back')
					and r.mentee_id not in (select id from hidden)
					and r.mentor_id not in (select id from hidden)) as asking
		from program_manager m
		join program g using (workspace_id, program_id)
		where m.workspace_id = ${trx.workspaceId} and m.person_id = ${managerId}
		order by g.is_first desc, g.name`.execute(trx);
	return rows;
}
