import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const relation = "relation_to_participation(uuid, uuid, uuid)";

/**
 * The participation text in versions: what everyone agrees to is the same in
 * every program, and a program adds lines of its own. Without a row it is
 * version 1, without such lines.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`create table participation_text (
		workspace_id uuid not null,
		text_id uuid not null,
		program_id uuid not null,
		version smallint not null check (version > 1),
		own_lines text[] not null,
		created_at timestamptz not null default now(),
		created_by uuid,
		primary key (workspace_id, text_id),
		unique (workspace_id, program_id, version),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, created_by) references person
			on delete set null (created_by))`);
	await run("alter table participation_text enable row level security");
	await run("alter table participation_text force row level security");
	await run(`create policy tenant on participation_text
		using (${thisWorkspace}) with check (${thisWorkspace})`);
	await run(`grant select, insert, update, delete on participation_text
		to mentor_app`);
	await run(
		"create index enrollment_topic_by_topic on enrollment_topic (workspace_id, topic_id) where topic_id is not null",
	);
	await run(`create function relation_to_participation(
		w uuid, subject uuid, p uuid, out relation text, out program_id uuid
	) language sql stable as $$
		select case when exists (select from enrollment e
				where e.workspace_id = w and e.program_id = t.program_id
					and e.person_id = p and e.state <> 'left')
			then 'enrolled' end, t.program_id
		from participation_text t
		where t.workspace_id = w and t.text_id = subject $$`);
	await run(`revoke all on function ${relation} from public`);
	await run(`grant execute on function ${relation} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`drop function ${relation}`);
	await run("drop index enrollment_topic_by_topic");
	await run("drop table participation_text");
}
