import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { seatStates } from "../mentorships/mentorship.ts";
import {
	type ListedMentorship,
	type ListedPerson,
	type ListPart,
	linesOnPage,
} from "./lists.ts";

/** A page of a list, for a manager: nobody of their own reporting line. */
export type Asked = Omit<ListPart, "list"> & {
	programId: string;
	managerId: string;
};

/** A mentorship as it is found; how it goes is not in any row. */
export type FoundMentorship = Omit<ListedMentorship, "health"> & {
	mentorshipId: string;
};

const hidden = (trx: WorkspaceTrx, managerId: string) =>
	sql`hidden as materialized (
		select id from hidden_from(${trx.workspaceId}, ${managerId}) id
	)`;

const onPage = (page: number) =>
	sql`limit ${linesOnPage} offset ${page * linesOnPage}`;

/** Enrolled people; or those of them whom no message reaches at present. */
export async function listPeopleByName(
	trx: WorkspaceTrx,
	{ programId, managerId, page, only }: Asked,
	isUnreachable: boolean,
): Promise<{ total: number; people: ListedPerson[] }> {
	const { rows } = await sql<ListedPerson & { total: number }>`
		with ${hidden(trx, managerId)}
		select p.slack_user_id as "slackUserId", e.role,
			count(*) over ()::int as total
		from enrollment e join person p using (workspace_id, person_id)
		where e.workspace_id = ${trx.workspaceId} and e.program_id = ${programId}
			and e.state <> 'left' and p.standing in ('member', 'guest')
			and e.person_id not in (select id from hidden)
			and (${only}::text is null or p.slack_user_id = ${only})
			and (not ${isUnreachable} or exists (select from gate g
				where g.workspace_id = e.workspace_id
					and g.gate_key = 'person:' || e.person_id
					and g.stopped is not null))
		order by p.name, p.person_id ${onPage(page)}`.execute(trx);
	return {
		total: rows[0]?.total ?? 0,
		people: rows.map(({ slackUserId, role }) => ({ slackUserId, role })),
	};
}

/** Those under way in which nobody is hidden, by the name of a mentee. */
export async function listMentorshipsByName(
	trx: WorkspaceTrx,
	{ programId, managerId, page, only }: Asked,
): Promise<{ total: number; mentorships: FoundMentorship[] }> {
	const { rows } = await sql<FoundMentorship & { total: number }>`
		with ${hidden(trx, managerId)}
		select m.mentorship_id as "mentorshipId", m.kind, m.state, count(*) over ()::int as total,
			coalesce(array_agg(p.slack_user_id order by p.name)
				filter (where b.role = 'mentor'), '{}') as mentors,
			coalesce(array_agg(p.slack_user_id order by p.name)
				filter (where b.role <> 'mentor'), '{}') as others
		from mentorship m
		join mentorship_member b using (workspace_id, mentorship_id)
		join person p using (workspace_id, person_id)
		where m.workspace_id = ${trx.workspaceId} and m.program_id = ${programId}
			and m.state = any(${[...seatStates]}) and b.left_at is null
		group by m.mentorship_id, m.kind, m.state
		having not bool_or(b.person_id in (select id from hidden))
			and (${only}::text is null or bool_or(p.slack_user_id = ${only}))
		order by min(p.name) filter (where b.role <> 'mentor'), m.mentorship_id
		${onPage(page)}`.execute(trx);
	return {
		total: rows[0]?.total ?? 0,
		mentorships: rows.map(({ total: _, ...mentorship }) => mentorship),
	};
}
