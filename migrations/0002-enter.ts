import { type Kysely, sql } from "kysely";

/**
 * What the gate must know of a request, in one round trip: the workspace, the
 * person, the enrollment, and what the person is to the thing the request
 * names ('mentor', 'mentee', 'manager', ...; null: nothing, or no such thing).
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql
		.raw(`create function enter(
		the_enterprise text, the_team text, the_user text,
		subject_kind text, subject uuid
	) returns jsonb language plpgsql as $$
	declare
		w workspace;
		p person;
		relation text;
	begin
		perform set_config('app.slack_team', coalesce(the_team, ''), true),
			set_config('app.slack_enterprise', coalesce(the_enterprise, ''), true);
		select * into w from workspace
			where team_id = the_team
				or (team_id is null and enterprise_id = the_enterprise)
			order by team_id nulls last limit 1;
		if w.workspace_id is null then return null; end if;
		perform set_config('app.workspace_id', w.workspace_id::text, true);
		select * into p from person
			where workspace_id = w.workspace_id and slack_user_id = the_user;
		if subject_kind = 'request' then
			select case p.person_id when mentor_id then 'mentor'
					when mentee_id then 'mentee' end into relation
				from request
				where workspace_id = w.workspace_id and request_id = subject;
		elsif subject_kind = 'mentorship' then
			select role into relation from mentorship_member
				where workspace_id = w.workspace_id and mentorship_id = subject
					and person_id = p.person_id;
		elsif subject_kind = 'program' then
			select 'manager' into relation from program_manager
				where workspace_id = w.workspace_id and program_id = subject
					and person_id = p.person_id;
		end if;
		return jsonb_build_object(
			'workspace', to_jsonb(w),
			'installation', (select to_jsonb(i) from installation i
				where i.workspace_id = w.workspace_id),
			'person', case when p.person_id is not null then to_jsonb(p) end,
			'program_id', (select g.program_id from program g
				where g.workspace_id = w.workspace_id and g.is_first),
			'enrollment', (select to_jsonb(e) from enrollment e
				join program g using (workspace_id, program_id)
				where e.workspace_id = w.workspace_id
					and e.person_id = p.person_id and g.is_first),
			'relation', relation);
	end $$`)
		.execute(db);
	await sql
		.raw(
			`revoke all on function enter(text, text, text, text, uuid) from public;`,
		)
		.execute(db);
	await sql
		.raw(
			`grant execute on function enter(text, text, text, text, uuid) to mentor_app`,
		)
		.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql
		.raw("drop function enter(text, text, text, text, uuid)")
		.execute(db);
}
