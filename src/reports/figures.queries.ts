import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type {
	GoalRow,
	MatchRow,
	PersonRow,
	RequestRow,
	TopicRow,
	UsefulRow,
} from "./rows.ts";

/** A program, and from when on what happened counts. */
export type Scope = { programId: string; since: Date };

export async function listPeople(
	trx: WorkspaceTrx,
	{ programId }: Scope,
): Promise<PersonRow[]> {
	const { rows } = await sql<PersonRow>`
		select e.person_id as "personId", p.department, e.role, e.state,
			e.capacity, (e.silent_since is not null
				or e.unavailable_until > now()) is true as "isAway"
		from enrollment e join person p using (workspace_id, person_id)
		where e.workspace_id = ${trx.workspaceId} and e.program_id = ${programId}
			and e.state <> 'left' and p.standing in ('member', 'guest')`.execute(trx);
	return rows;
}

export async function listRequests(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<RequestRow[]> {
	const { rows } = await sql<RequestRow>`
		select r.mentee_id as "menteeId", r.mentor_id as "mentorId", r.state,
			r.asked_at as "askedAt", least(asked.at, case
				when r.state in ('accepted', 'declined') then r.answered_at end)
				as "repliedAt"
		from request r
		left join (select request_id, author_id, min(created_at) as at
			from request_note where workspace_id = ${trx.workspaceId}
				and created_at > ${since} group by request_id, author_id) asked
			on asked.request_id = r.request_id and asked.author_id = r.mentor_id
		where r.workspace_id = ${trx.workspaceId} and r.program_id = ${programId}
			and r.asked_at > ${since}
			and r.state not in ('queued', 'unasked')`.execute(trx);
	return rows;
}

/** From when the list was first asked until one of it said yes. */
export async function listMatches(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<MatchRow[]> {
	const { rows } = await sql<MatchRow>`
		select r.mentee_id as "personId", m.created_at as "matchedAt",
			(select min(first.asked_at) from request first
				where first.workspace_id = r.workspace_id
					and first.mentee_id = r.mentee_id and first.list_id = r.list_id
					and first.state not in ('queued', 'unasked')) as "askedAt"
		from mentorship m join request r using (workspace_id, request_id)
		where m.workspace_id = ${trx.workspaceId} and m.program_id = ${programId}
			and m.created_at > ${since} and r.state = 'accepted'`.execute(trx);
	return rows;
}

export async function listGoals(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<GoalRow[]> {
	const { rows } = await sql<GoalRow>`
		select person_id as "personId", bool_or(state = 'reached') as "hasReached"
		from goal
		where workspace_id = ${trx.workspaceId} and program_id = ${programId}
			and (ended_at is null or ended_at > ${since})
		group by person_id`.execute(trx);
	return rows;
}

export async function listUseful(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<UsefulRow[]> {
	const { rows } = await sql<UsefulRow>`
		select a.person_id as "personId", avg(a.usefulness)::float8 as mean
		from meeting_answer a join meeting using (workspace_id, meeting_id)
		join mentorship m using (workspace_id, mentorship_id)
		where a.workspace_id = ${trx.workspaceId} and m.program_id = ${programId}
			and a.usefulness is not null and a.answered_at > ${since}
		group by a.person_id`.execute(trx);
	return rows;
}

export async function listIntroduced(
	trx: WorkspaceTrx,
	{ programId, since }: Scope,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct mentee_id as id from introduction
		where workspace_id = ${trx.workspaceId} and program_id = ${programId}
			and state = 'accepted' and ended_at > ${since}`.execute(trx);
	return rows.map(({ id }) => id);
}

export async function listWaiting(
	trx: WorkspaceTrx,
	{ programId }: Scope,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select distinct person_id as id from waiting
		where workspace_id = ${trx.workspaceId} and program_id = ${programId}
			and state = 'waiting'`.execute(trx);
	return rows.map(({ id }) => id);
}

/** Listed topics only: one's own enter no report. */
export async function listTopicSides(
	trx: WorkspaceTrx,
	{ programId }: Scope,
): Promise<TopicRow[]> {
	const { rows } = await sql<TopicRow>`
		with sought as (
			select t.topic_id, t.person_id from enrollment_topic t
			where t.workspace_id = ${trx.workspaceId}
				and t.program_id = ${programId}
				and t.side = 'wanted' and t.topic_id is not null
				and exists (select from waiting w
					where w.workspace_id = t.workspace_id
						and w.program_id = t.program_id
						and w.person_id = t.person_id and w.state = 'waiting')
		)
		select topic_id as "topicId", person_id as "personId", 'wanted' as side
		from sought
		union all
		select t.topic_id, t.person_id, 'offered' from enrollment_topic t
		where t.workspace_id = ${trx.workspaceId} and t.program_id = ${programId}
			and t.side = 'offered' and t.topic_id is not null`.execute(trx);
	return rows;
}
