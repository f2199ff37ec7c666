import { type Kysely, sql } from "kysely";

const tables: [name: string, columns: string][] = [
	[
		"waiting",
		`workspace_id uuid not null,
		waiting_id uuid not null,
		program_id uuid not null,
		person_id uuid not null,
		sought_key text not null,
		query bytea,
		state text not null default 'waiting' check
			(state in ('waiting', 'stopped', 'matched', 'left')),
		since timestamptz not null default now(),
		looked_at timestamptz,
		ended_at timestamptz,
		mentor_id uuid,
		primary key (workspace_id, waiting_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, person_id) references person on delete cascade,
		foreign key (workspace_id, mentor_id) references person
			on delete set null (mentor_id)`,
	],
	[
		"suggestion",
		`workspace_id uuid not null,
		suggestion_id uuid not null,
		program_id uuid not null,
		waiting_id uuid not null,
		person_id uuid not null,
		mentor_id uuid not null check (mentor_id <> person_id),
		state text not null check
			(state in ('seen', 'open', 'asked', 'passed', 'lapsed', 'gone')),
		suggested_at timestamptz not null default now(),
		reserved_until timestamptz not null,
		primary key (workspace_id, suggestion_id),
		foreign key (workspace_id, waiting_id) references waiting
			on delete cascade,
		foreign key (workspace_id, person_id) references person on delete cascade,
		foreign key (workspace_id, mentor_id) references person on delete cascade`,
	],
];

const indexes = [
	// One place for one search, and one suggestion at a time.
	`create unique index one_waiting_per_search on waiting
		(workspace_id, program_id, person_id, sought_key)
		where state = 'waiting'`,
	`create unique index one_open_suggestion_per_person on suggestion
		(workspace_id, program_id, person_id) where state = 'open'`,
	"create index suggestion_by_waiting on suggestion (workspace_id, waiting_id)",
	`create index suggestion_by_person on suggestion
		(workspace_id, program_id, person_id, suggested_at)`,
];

// The mentor is nothing to it: nobody learns whom they were suggested to.
const relations = [
	["waiting", "waiting_id"],
	["suggestion", "suggestion_id"],
] as const;

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

/** Who waits for a mentor, and which seats they were told of. */
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
	for (const index of indexes) await run(index);
	for (const [table, id] of relations) {
		const name = `relation_to_${table}`;
		await run(`create function ${name}(w uuid, subject uuid, p uuid,
				out relation text, out program_id uuid)
			language sql stable as $$
				select case p when t.person_id then 'mentee' end, t.program_id
					from ${table} t
					where t.workspace_id = w and t.${id} = subject $$`);
		const signature = `${name}(uuid, uuid, uuid)`;
		await run(`revoke all on function ${signature} from public`);
		await run(`grant execute on function ${signature} to mentor_app`);
	}
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	for (const [table] of relations)
		await run(`drop function relation_to_${table}(uuid, uuid, uuid)`);
	for (const [name] of [...tables].reverse()) await run(`drop table ${name}`);
}
