import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const tables: [name: string, grants: string, columns: string][] = [
	[
		"release",
		// What was published never changes.
		"select, insert",
		`workspace_id uuid not null references workspace on delete cascade,
		release_id uuid not null,
		program_id uuid not null,
		made_at timestamptz not null,
		asked_by uuid,
		figures jsonb not null,
		primary key (workspace_id, release_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, asked_by) references person
			on delete set null (asked_by)`,
	],
	[
		// A number outlives whose it was, and is never another's.
		"release_person",
		"select, insert",
		`workspace_id uuid not null references workspace on delete cascade,
		program_id uuid not null,
		person_id uuid not null,
		number integer not null generated always as identity,
		primary key (workspace_id, program_id, person_id),
		unique (workspace_id, program_id, number),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
	[
		"release_set",
		"select, insert",
		`workspace_id uuid not null,
		release_id uuid not null,
		figure text not null,
		part text not null,
		people integer[] not null,
		primary key (workspace_id, release_id, figure, part),
		foreign key (workspace_id, release_id) references release
			on delete cascade`,
	],
];

const indexes = [
	`create index release_by_program on release
		(workspace_id, program_id, made_at)`,
	// Of years of meetings, a report reads the last months.
	"create index meeting_by_start on meeting (workspace_id, starts_at)",
	`create index useful_by_time on meeting_answer (workspace_id, answered_at)
		where usefulness is not null`,
];

const one = (...columns: string[]) => `num_nonnulls(${columns.join(", ")}) = 1`;
const signature = "relation_to_release(uuid, uuid, uuid)";

/**
 * Reports. A release is what was published of a program's numbers; whose
 * answers a number was made of lies beside it, for the next release to be held
 * against. A report goes to a program's channel, so the ledger can write there.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	for (const [name, , columns] of tables)
		await run(`create table ${name} (${columns})`);
	for (const index of indexes) await run(index);
	for (const [name, grants] of tables) {
		await run(`alter table ${name} enable row level security`);
		await run(`alter table ${name} force row level security`);
		await run(`create policy tenant on ${name}
			using (${thisWorkspace}) with check (${thisWorkspace})`);
		await run(`grant ${grants} on ${name} to mentor_app`);
	}
	await run(`alter table delivery
		add column program_id uuid,
		add foreign key (workspace_id, program_id) references program
			on delete cascade,
		drop constraint delivery_check,
		add constraint delivery_check check (${one(
			"person_id",
			"mentorship_id",
			"conversation_id",
			"program_id",
		)})`);
	await run(`create function relation_to_release(w uuid, subject uuid,
			p uuid, out relation text, out program_id uuid)
		language sql stable as $$
			select found.relation, found.program_id
				from release r, relation_to_program(w, r.program_id, p) found
				where r.workspace_id = w and r.release_id = subject $$`);
	await run(`revoke all on function ${signature} from public`);
	await run(`grant execute on function ${signature} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`drop function ${signature}`);
	for (const index of ["meeting_by_start", "useful_by_time"])
		await run(`drop index ${index}`);
	// Policies bind the owner, too, who here works on all workspaces at once.
	await run("alter table delivery no force row level security");
	await run("delete from delivery where program_id is not null");
	await run("alter table delivery force row level security");
	// The check goes with the column.
	await run(`alter table delivery
		drop column program_id,
		add constraint delivery_check check (${one(
			"person_id",
			"mentorship_id",
			"conversation_id",
		)})`);
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
}
