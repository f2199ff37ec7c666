import { type Kysely, sql } from "kysely";

const tables: [name: string, columns: string][] = [
	[
		"directory_import",
		`workspace_id uuid not null,
		import_id uuid not null,
		program_id uuid not null,
		started_by uuid not null,
		state text not null check (state in ('reading', 'checked', 'applying',
			'applied', 'failed', 'abandoned')),
		total int not null default 0,
		done int not null default 0,
		source bytea,
		rows bytea,
		created_at timestamptz not null default now(),
		touched_at timestamptz not null default now(),
		primary key (workspace_id, import_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, started_by) references person
			on delete cascade`,
	],
	[
		"people_check",
		`workspace_id uuid primary key references workspace on delete cascade,
		started_at timestamptz,
		cursor text,
		seen int not null default 0`,
	],
];

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const relation = "relation_to_import(uuid, uuid, uuid)";

/** Imports of directory data, and the nightly walk through Slack's list. */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	for (const [name, columns] of tables) {
		await run(`create table ${name} (${columns})`);
		await run(`alter table ${name} enable row level security`);
		await run(`alter table ${name} force row level security`);
		await run(`create policy tenant on ${name}
			using (${thisWorkspace}) with check (${thisWorkspace})`);
		await run(`grant select, insert, update, delete on ${name} to mentor_app`);
	}
	// What someone imports is theirs alone, as long as they manage the program.
	await run(`create function relation_to_import(w uuid, subject uuid, p uuid,
			out relation text, out program_id uuid)
		language sql stable as $$
			select case when i.started_by = p and exists (
					select from program_manager m where m.workspace_id = w
						and m.program_id = i.program_id and m.person_id = p)
				then 'importer' end, i.program_id
			from directory_import i
			where i.workspace_id = w and i.import_id = subject $$`);
	await run(`revoke all on function ${relation} from public`);
	await run(`grant execute on function ${relation} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql.raw(`drop function ${relation}`).execute(db);
	for (const [name] of [...tables].reverse())
		await sql.raw(`drop table ${name}`).execute(db);
}
