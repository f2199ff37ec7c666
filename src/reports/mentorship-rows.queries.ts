import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Scope } from "./figures.queries.ts";
import type { MemberRow, MentorshipRow } from "./rows.ts";

type Row = Omit<MentorshipRow, "members" | "talks"> & {
	talks: Date[] | null;
	people: string[];
	roles: MemberRow["role"][];
};

/**
 * Each with its members and counts in one row: a query that gives a row for
 * each member or meeting would take most of its time to read.
 */
export async function listMentorships(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<MentorshipRow[]> {
	const { rows } = await sql<Row>`
		with chosen as materialized (
			select * from mentorship
			where workspace_id = ${trx.workspaceId} and program_id = ${programId}
				and (state not in ('completed', 'ended') or since > ${since})
		), member as (
			select b.mentorship_id, array_agg(b.person_id) as people,
				array_agg(b.role) as roles
			from mentorship_member b join chosen using (mentorship_id)
			where b.workspace_id = ${trx.workspaceId} and b.left_at is null
			group by b.mentorship_id
		), met as (
			select t.mentorship_id,
				array_agg(coalesce(t.held_at, t.starts_at))
					filter (where t.state in ('planned', 'met')) as talks,
				count(*) filter (where t.starts_at between ${since} and now()
					and t.state in ('planned', 'met', 'not', 'unsaid'))::int as due,
				count(*) filter (where t.starts_at between ${since} and now()
					and t.state = 'met')::int as held
			from meeting t join chosen using (mentorship_id)
			where t.workspace_id = ${trx.workspaceId}
				and t.starts_at > least(${since}, now() - interval '120 days')
			group by t.mentorship_id
		), agreed as (
			select distinct a.mentorship_id
			from agreement a join chosen using (mentorship_id)
			where a.workspace_id = ${trx.workspaceId} and a.in_force_at is not null
		)
		select m.mentorship_id as "mentorshipId", m.state,
			coalesce(m.rhythm, g.settings #>> '{defaults,rhythm}',
				'every_two_weeks') as rhythm,
			greatest(m.since, n.counted_from) as "countedFrom", met.talks,
			coalesce(met.due, 0) as due, coalesce(met.held, 0) as held,
			agreed.mentorship_id is not null as "isAgreed",
			member.people, member.roles
		from chosen m
		join program g on g.workspace_id = m.workspace_id
			and g.program_id = m.program_id
		join member on member.mentorship_id = m.mentorship_id
		left join met on met.mentorship_id = m.mentorship_id
		left join agreed on agreed.mentorship_id = m.mentorship_id
		left join nudge_count n on n.workspace_id = m.workspace_id
			and n.mentorship_id = m.mentorship_id`.execute(trx);
	return rows.map(({ people, roles, talks, ...row }) => ({
		...row,
		talks: talks ?? [],
		members: people.flatMap((personId, index) => {
			const role = roles[index];
			return role ? [{ personId, role }] : [];
		}),
	}));
}
