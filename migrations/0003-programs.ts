import { type Kysely, sql } from "kysely";

// One function for each kind of subject says what a person is to it and which
// program it belongs to; a kind that comes later only adds its own.
const relations: [kind: string, query: string][] = [
	[
		"request",
		`select case p when mentor_id then 'mentor'
				when mentee_id then 'mentee' end, r.program_id
			from request r
			where r.workspace_id = w and r.request_id = subject`,
	],
	[
		"mentorship",
		`select m.role, s.program_id from mentorship s
			left join mentorship_member m on m.workspace_id = w
				and m.mentorship_id = subject and m.person_id = p
			where s.workspace_id = w and s.mentorship_id = subject`,
	],
	[
		"program",
		`select case when exists (select from program_manager m
				where m.workspace_id = w and m.program_id = subject
					and m.person_id = p) then 'manager' end, g.program_id
			from program g
			where g.workspace_id = w and g.program_id = subject`,
	],
];

const enter = "enter(text, text, text, text, uuid)";

/**
 * A workspace may have several programs. A request is about its subject's
 * program, else about the one the person last chose, else the first.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`alter table person
		add column slack_role text not null default 'member'
			check (slack_role in ('member', 'admin', 'owner')),
		add column chosen_program_id uuid,
		add foreign key (workspace_id, chosen_program_id) references program
			on delete set null (chosen_program_id)`);
	await run(`alter table audit
		add column program_id uuid,
		add column detail jsonb`);
	await run(`create index audit_of_program on audit
		(workspace_id, program_id, audit_id desc) where program_id is not null`);

	for (const [kind, query] of relations) {
		const name = `relation_to_${kind}(w uuid, subject uuid, p uuid,
			out relation text, out program_id uuid)`;
		await run(`create function ${name} language sql stable as $$ ${query} $$`);
		await allow(db, `relation_to_${kind}(uuid, uuid, uuid)`);
	}
	// Kept for the way down.
	await run(`alter function ${enter} rename to enter_one_program`);
	await run(`create function enter(
		the_enterprise text, the_team text, the_user text,
		subject_kind text, subject uuid
	) returns jsonb language plpgsql as $$
	declare
		w workspace;
		p person;
		g program;
		the_relation text;
		its_program uuid;
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
		if subject_kind is not null then
			execute format('select relation, program_id from %I($1, $2, $3)',
					'relation_to_' || subject_kind)
				into the_relation, its_program
				using w.workspace_id, subject, p.person_id;
		end if;
		-- What is not theirs must not show which program it is in.
		if the_relation is null then its_program := null; end if;
		select * into g from program
			where workspace_id = w.workspace_id
			order by program_id = coalesce(its_program, p.chosen_program_id)
				desc nulls last, is_first desc
			limit 1;
		return jsonb_build_object(
			'workspace', to_jsonb(w),
			'installation', (select to_jsonb(i) from installation i
				where i.workspace_id = w.workspace_id),
			'person', case when p.person_id is not null then to_jsonb(p) end,
			'program_id', g.program_id,
			'allows_guests', coalesce(g.settings->'allowsGuests' = 'true', false),
			'manages', coalesce((select jsonb_agg(m.program_id order by m.program_id)
				from program_manager m
				where m.workspace_id = w.workspace_id
					and m.person_id = p.person_id), '[]'),
			'enrollment', (select to_jsonb(e) from enrollment e
				where e.workspace_id = w.workspace_id
					and e.program_id = g.program_id
					and e.person_id = p.person_id),
			'relation', the_relation);
	end $$`);
	await allow(db, enter);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`drop function ${enter}`);
	await run(
		"alter function enter_one_program(text, text, text, text, uuid) rename to enter",
	);
	for (const [kind] of relations)
		await run(`drop function relation_to_${kind}(uuid, uuid, uuid)`);
	await run("drop index audit_of_program");
	await run("alter table audit drop column program_id, drop column detail");
	await run(
		"alter table person drop column slack_role, drop column chosen_program_id",
	);
}

async function allow(db: Kysely<never>, signature: string): Promise<void> {
	await sql.raw(`revoke all on function ${signature} from public`).execute(db);
	await sql
		.raw(`grant execute on function ${signature} to mentor_app`)
		.execute(db);
}
