import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const relation = `relation_to_concern(w uuid, subject uuid, p uuid,
	out relation text, out program_id uuid)`;

/**
 * Something is wrong: who had the prompts of a mentorship stopped, and what
 * they wrote about it to the program's safeguarding contact.
 *
 * Each member stops for themself: nobody can undo, or find out, that another
 * has. A concern names nobody but its two readers and hangs on no one else:
 * the mentorship may go, and whoever it is about may be erased, and it stays.
 * It goes with its reporter alone, whose words it is; a contact who goes only
 * leaves it without one.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run("alter table mentorship_member add column stopped_at timestamptz");
	await run(`create table concern (
		workspace_id uuid not null references workspace on delete cascade,
		concern_id uuid not null,
		mentorship_id uuid,
		reporter_id uuid not null,
		contact_id uuid check (contact_id <> reporter_id),
		body bytea not null,
		reported_at timestamptz not null default now(),
		read_at timestamptz,
		closed_at timestamptz,
		primary key (workspace_id, concern_id),
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete set null (mentorship_id),
		foreign key (workspace_id, reporter_id) references person
			on delete cascade,
		foreign key (workspace_id, contact_id) references person
			on delete set null (contact_id))`);
	await run(
		"create index concern_by_reporter on concern (workspace_id, reporter_id)",
	);
	await run(
		"create index concern_by_contact on concern (workspace_id, contact_id)",
	);
	await run("alter table concern enable row level security");
	await run("alter table concern force row level security");
	await run(`create policy tenant on concern
		using (${thisWorkspace}) with check (${thisWorkspace})`);
	await run("grant select, insert, update, delete on concern to mentor_app");
	// Program managers are nothing to it, and neither is the other side.
	await run(`create function ${relation} language sql stable as $$
		select case p when c.reporter_id then 'reporter'
				when c.contact_id then 'contact' end, m.program_id
			from concern c
			left join mentorship m using (workspace_id, mentorship_id)
			where c.workspace_id = w and c.concern_id = subject $$`);
	await run(
		"revoke all on function relation_to_concern(uuid, uuid, uuid) from public",
	);
	await run(
		"grant execute on function relation_to_concern(uuid, uuid, uuid) to mentor_app",
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run("drop function relation_to_concern(uuid, uuid, uuid)");
	await run("drop table concern");
	await run("alter table mentorship_member drop column stopped_at");
}
