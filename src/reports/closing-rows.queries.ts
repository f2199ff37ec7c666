import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { endingReasons } from "../mentorships/closing.ts";
import type { Scope } from "./figures.queries.ts";
import type { ClosingRow, LookBackRow, ReasonRow } from "./rows.ts";

/** What everyone ticked who looked back within the window. */
export async function listLookBackTicks(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<LookBackRow[]> {
	const { rows } = await sql<LookBackRow>`
		select l.person_id as "personId", l.mentorship_id as "mentorshipId",
			l.helped
		from look_back l join mentorship m using (workspace_id, mentorship_id)
		where l.workspace_id = ${trx.workspaceId} and m.program_id = ${programId}
			and l.looked_back_at > ${since}`.execute(trx);
	return rows;
}

/**
 * Everyone whose mentorship closed within the window, with how it goes on. It is
 * renewed when all who were in it chose so; nobody's own choice is in here.
 */
export async function listClosings(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<ClosingRow[]> {
	const { rows } = await sql<ClosingRow>`
		select b.person_id as "personId", m.mentorship_id as "mentorshipId",
			m.ended_as as outcome, m.since as "closedAt"
		from mentorship m join mentorship_member b
			using (workspace_id, mentorship_id)
		where m.workspace_id = ${trx.workspaceId} and m.program_id = ${programId}
			and m.state = 'completed' and m.ended_as in ('finished', 'informal')
			and m.kind <> 'flash' and m.since > ${since} and b.left_at is null
		union all
		select l.person_id, l.mentorship_id, 'renewed', max(l.at)
		from (
			select person_id, mentorship_id, closing,
				max(looked_back_at) over one as at,
				bool_and(ending is not distinct from 'renew') over one as renewed,
				count(*) over one as people
			from look_back where workspace_id = ${trx.workspaceId}
			window one as (partition by mentorship_id, closing)
		) l
		join mentorship m on m.workspace_id = ${trx.workspaceId}
			and m.mentorship_id = l.mentorship_id
		where m.program_id = ${programId} and l.renewed and l.at > ${since}
			and l.closing < m.changes
			and l.people >= (select count(*) from mentorship_member b
				where b.workspace_id = m.workspace_id
					and b.mentorship_id = m.mentorship_id and b.left_at is null)
		group by l.person_id, l.mentorship_id`.execute(trx);
	return rows;
}

/** Times that a reason was given, in the months that the window touches. */
export async function listReasons(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<ReasonRow[]> {
	const { rows } = await sql<ReasonRow>`
		select to_char(month, 'YYYY-MM') as month, reason, times
		from ending_reason
		where workspace_id = ${trx.workspaceId} and program_id = ${programId}
			and month >= date_trunc('month', ${since}::timestamptz at time zone 'UTC')`.execute(
		trx,
	);
	return rows.filter(({ reason }) => endingReasons.includes(reason));
}
