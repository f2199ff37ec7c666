import type { Ground } from "../support/arena.ts";

export type Size = { people: number; mentorships: number };

/**
 * A program that has run for two years: every second person is a mentor, a
 * third of the mentorships are under way, and each has met a dozen times.
 */
export async function fillProgram(
	{ query, addPlaces }: Ground,
	{ people, mentorships }: Size,
	programOf: (workspaceId: string) => Promise<string>,
): Promise<{ workspaceId: string; programId: string }> {
	const [place] = await addPlaces(1, people);
	if (!place) throw new Error("There is no workspace.");
	const { workspaceId } = place;
	const programId = await programOf(workspaceId);
	const ids = [workspaceId, programId];
	await query(
		`update person set department = 'Department ' || ('x' || substr(
			md5(person_id::text), 1, 2))::bit(8)::int % 20 where workspace_id = $1`,
		[workspaceId],
	);
	await query(
		`insert into enrollment (workspace_id, program_id, person_id, role, state,
				participation_version, capacity)
			select $1, $2, person_id, case n % 2 when 0 then 'mentor' else 'mentee' end,
				'open', 1, 2
			from (select person_id, row_number() over (order by person_id) as n
				from person where workspace_id = $1) numbered`,
		ids,
	);
	await query(
		`insert into enrollment_topic (workspace_id, program_id, person_id, side,
				topic_key, topic_id, level)
			select e.workspace_id, e.program_id, e.person_id,
				case e.role when 'mentor' then 'offered' else 'wanted' end,
				t.topic_id::text, t.topic_id, 2
			from enrollment e join lateral (select topic_id from topic
				where topic.program_id = e.program_id
				order by md5(topic_id::text || e.person_id::text) limit 3) t on true
			where e.workspace_id = $1`,
		[workspaceId],
	);
	await query(
		`create table numbered as select person_id, role, row_number() over
				(partition by role order by md5(person_id::text)) as n
			from enrollment where workspace_id = $1`,
		[workspaceId],
	);
	await query("analyze numbered");
	await query(
		`create table pair as
			select gen_random_uuid() as mentorship_id,
				gen_random_uuid() as request_id, mentor.n,
				mentor.person_id as mentor_id, mentee.person_id as mentee_id
			from numbered mentor join numbered mentee using (n)
			where mentor.role = 'mentor' and mentee.role = 'mentee' and n <= $1`,
		[mentorships],
	);
	await query("analyze pair");
	await query(
		`insert into request (workspace_id, request_id, program_id, mentee_id,
				mentor_id, kind, state, list_id, ask, asked_at, answered_at)
			select $1::uuid, request_id, $2::uuid, mentee_id, mentor_id, 'one_to_one', 'accepted',
				request_id, '', now() - n % 730 * interval '1 day',
				now() - n % 730 * interval '1 day' + n % 50 * interval '1 hour'
			from pair`,
		ids,
	);
	await query(
		`insert into mentorship (workspace_id, mentorship_id, program_id,
				request_id, kind, state, since, created_at)
			select $1::uuid, mentorship_id, $2::uuid, request_id, 'one_to_one',
				case when n % 730 < 240 then 'active' else 'completed' end,
				now() - n % 730 * interval '1 day', now() - n % 730 * interval '1 day'
			from pair`,
		ids,
	);
	await query(
		`insert into mentorship_member (workspace_id, mentorship_id, person_id, role)
			select $1::uuid, mentorship_id, mentor_id, 'mentor' from pair
			union all select $1::uuid, mentorship_id, mentee_id, 'mentee' from pair`,
		[workspaceId],
	);
	await query(
		`insert into meeting (workspace_id, meeting_id, mentorship_id, state,
				starts_at, length_minutes, set_at, created_at, held_at)
			select $1::uuid, gen_random_uuid(), mentorship_id,
				case when (n + k) % 5 = 0 then 'not' else 'met' end,
				now() - (n % 730 - k * 14) * interval '1 day', 30, now(), now(),
				case when (n + k) % 5 <> 0 then
					now() - (n % 730 - k * 14) * interval '1 day' end
			from pair, generate_series(1, 12) k where k * 14 <= n % 730`,
		[workspaceId],
	);
	await query(
		`insert into meeting_answer (workspace_id, meeting_id, person_id, answer,
				usefulness, answered_at)
			select $1::uuid, meeting_id, person_id, 'met', 2 + (random() * 3)::int,
				t.starts_at
			from meeting t join mentorship_member using (workspace_id, mentorship_id)
			where t.state = 'met'`,
		[workspaceId],
	);
	await query(
		`insert into waiting (workspace_id, waiting_id, program_id, person_id,
				sought_key, state)
			select workspace_id, gen_random_uuid(), program_id, person_id, 'any',
				'waiting'
			from enrollment where role = 'mentee' and workspace_id = $1
				and md5(person_id::text) < '1'`,
		[workspaceId],
	);
	await query("drop table pair, numbered");
	await query("analyze");
	return { workspaceId, programId };
}
