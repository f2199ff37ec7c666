import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const relation = `relation_to_goal(w uuid, subject uuid, p uuid,
	out relation text, out program_id uuid)`;

/**
 * Goals: what someone wants to reach, how far they are, and how it ended.
 *
 * A goal is its owner's. Who mentors in its mentorship, or is a peer there, may
 * read it while that mentorship lasts; a mentorship that goes leaves it behind.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`create table goal (
		workspace_id uuid not null references workspace on delete cascade,
		goal_id uuid not null,
		program_id uuid not null,
		person_id uuid not null,
		mentorship_id uuid,
		words bytea not null,
		quarters smallint not null default 0 check (quarters between 0 and 4),
		due_on date,
		state text not null default 'open'
			check (state in ('open', 'reached', 'let_go')),
		let_go_why bytea check (let_go_why is null or state = 'let_go'),
		touches integer not null default 0,
		touched_at timestamptz not null,
		created_at timestamptz not null,
		ended_at timestamptz check ((ended_at is null) = (state = 'open')),
		primary key (workspace_id, goal_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade,
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete set null (mentorship_id))`);
	await run("create index goal_by_person on goal (workspace_id, person_id)");
	await run(`create index goal_by_mentorship on goal
		(workspace_id, mentorship_id) where mentorship_id is not null`);
	await run("alter table goal enable row level security");
	await run("alter table goal force row level security");
	await run(`create policy tenant on goal
		using (${thisWorkspace}) with check (${thisWorkspace})`);
	await run("grant select, insert, update, delete on goal to mentor_app");
	// Program managers are nothing to it, and neither are fellow mentees.
	await run(`create function ${relation} language sql stable as $$
		select case when g.person_id = p then 'owner' else m.role end,
				g.program_id
			from goal g
			left join mentorship s on s.workspace_id = w
				and s.mentorship_id = g.mentorship_id
				and s.state in ('exploring', 'agreeing', 'active', 'paused',
					'closing')
			left join mentorship_member m on m.workspace_id = w
				and m.mentorship_id = s.mentorship_id and m.person_id = p
				and m.role in ('mentor', 'peer')
			where g.workspace_id = w and g.goal_id = subject $$`);
	await run(
		"revoke all on function relation_to_goal(uuid, uuid, uuid) from public",
	);
	await run(
		"grant execute on function relation_to_goal(uuid, uuid, uuid) to mentor_app",
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run("drop function relation_to_goal(uuid, uuid, uuid)");
	await run("drop table goal");
}
