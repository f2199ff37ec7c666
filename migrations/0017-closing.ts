import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const tables: [name: string, columns: string][] = [
	[
		"look_back",
		`workspace_id uuid not null references workspace on delete cascade,
		look_back_id uuid not null,
		mentorship_id uuid not null,
		person_id uuid not null,
		closing integer not null,
		helped text[] not null default '{}',
		words bytea,
		thanks bytea,
		draft bytea,
		looked_back_at timestamptz
			check ((looked_back_at is null) = (words is null)),
		ending text check (ending in ('renew', 'informal', 'finished')),
		primary key (workspace_id, look_back_id),
		unique (workspace_id, mentorship_id, person_id, closing),
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
	[
		"ending_reason",
		`workspace_id uuid not null,
		program_id uuid not null,
		month date not null,
		reason text not null,
		times integer not null default 1,
		primary key (workspace_id, program_id, month, reason),
		foreign key (workspace_id, program_id) references program
			on delete cascade`,
	],
];

/**
 * Closing: how each member looks back and how they would have it go on, in
 * private, once for each time it closes (by the count of its moves, since it
 * may be renewed); and the reasons that were given for ending early.
 *
 * A reason is a number and nothing else: no row of it has an id of a mentorship
 * or a person, nor a time within its month.
 */
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
	await run(
		"create index look_back_by_person on look_back (workspace_id, person_id)",
	);
}

export async function down(db: Kysely<never>): Promise<void> {
	for (const [name] of tables.toReversed())
		await sql.raw(`drop table ${name}`).execute(db);
}
