import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const relation = "relation_to_nomination(uuid, uuid, uuid)";

/**
 * People who have not joined: they can be nominated as a mentor, once by
 * anybody, and can say that nobody is to contact them.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run("alter table person add column no_contact_at timestamptz");
	await run(`create table nomination (
		workspace_id uuid not null,
		nomination_id uuid not null,
		program_id uuid not null,
		person_id uuid not null,
		nominator_id uuid,
		says_who boolean not null,
		body bytea not null,
		created_at timestamptz not null default now(),
		declined_at timestamptz,
		primary key (workspace_id, nomination_id),
		unique (workspace_id, person_id),
		check (nominator_id <> person_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, person_id) references person on delete cascade,
		foreign key (workspace_id, nominator_id) references person
			on delete set null (nominator_id))`);
	await run("alter table nomination enable row level security");
	await run("alter table nomination force row level security");
	await run(`create policy tenant on nomination
		using (${thisWorkspace}) with check (${thisWorkspace})`);
	await run("grant select, insert, update, delete on nomination to mentor_app");
	await run(`create function relation_to_nomination(w uuid, subject uuid,
			p uuid, out relation text, out program_id uuid)
		language sql stable as $$
			select case p when n.person_id then 'nominee' end, n.program_id
				from nomination n
				where n.workspace_id = w and n.nomination_id = subject $$`);
	await run(`revoke all on function ${relation} from public`);
	await run(`grant execute on function ${relation} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`drop function ${relation}`);
	await run("drop table nomination");
	await run("alter table person drop column no_contact_at");
}
