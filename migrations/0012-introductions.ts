import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const tables: [name: string, columns: string][] = [
	[
		"conversation",
		`workspace_id uuid not null references workspace on delete cascade,
		conversation_id uuid not null,
		channel text,
		created_at timestamptz not null default now(),
		primary key (workspace_id, conversation_id)`,
	],
	[
		"conversation_member",
		`workspace_id uuid not null,
		conversation_id uuid not null,
		person_id uuid not null,
		primary key (workspace_id, conversation_id, person_id),
		foreign key (workspace_id, conversation_id) references conversation
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
	[
		"introduction",
		`workspace_id uuid not null references workspace on delete cascade,
		introduction_id uuid not null,
		program_id uuid not null,
		mentorship_id uuid not null,
		mentee_id uuid not null,
		mentor_id uuid not null check (mentor_id <> mentee_id),
		third_id uuid check (third_id not in (mentee_id, mentor_id)),
		follows_id uuid,
		state text not null check (state in ('offered', 'asked', 'named',
			'accepted', 'declined', 'expired', 'none', 'withdrawn')),
		words bytea not null,
		note bytea,
		conversation_id uuid,
		started_at timestamptz not null,
		named_at timestamptz,
		closes_at timestamptz not null,
		ended_at timestamptz,
		primary key (workspace_id, introduction_id),
		check (third_id is not null
			or state not in ('offered', 'named', 'accepted', 'declined')),
		check ((named_at is not null)
			or state not in ('named', 'accepted', 'declined')),
		check ((ended_at is null) = (state in ('offered', 'asked', 'named'))),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade,
		foreign key (workspace_id, mentee_id) references person
			on delete cascade,
		foreign key (workspace_id, mentor_id) references person
			on delete cascade,
		foreign key (workspace_id, third_id) references person
			on delete cascade,
		foreign key (workspace_id, follows_id) references introduction
			on delete set null (follows_id),
		foreign key (workspace_id, conversation_id) references conversation
			on delete set null (conversation_id)`,
	],
];

const indexes = [
	`create index conversation_member_by_person on conversation_member
		(workspace_id, person_id)`,
	// One question at a time to one mentor.
	`create unique index one_introduction_asked on introduction
		(workspace_id, mentee_id, mentor_id) where state = 'asked'`,
	// Whoever is asked gets one message about one person at a time.
	`create unique index one_introduction_named on introduction
		(workspace_id, mentee_id, third_id) where state in ('offered', 'named')`,
	`create unique index one_introduction_after on introduction
		(workspace_id, follows_id) where follows_id is not null`,
	`create index introduction_by_mentor on introduction
		(workspace_id, mentor_id, state)`,
	`create index introduction_by_third on introduction
		(workspace_id, third_id, state)`,
];

const one = "num_nonnulls(person_id, mentorship_id, conversation_id) = 1";

/**
 * Introductions: a mentor connects a mentee to a third person, who is asked
 * first. Their group DM belongs to no mentorship, so group conversations get
 * rows of their own, which the ledger can write to.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	for (const [name, columns] of tables)
		await run(`create table ${name} (${columns})`);
	for (const index of indexes) await run(index);
	for (const [name] of tables) {
		await run(`alter table ${name} enable row level security`);
		await run(`alter table ${name} force row level security`);
		await run(`create policy tenant on ${name}
			using (${thisWorkspace}) with check (${thisWorkspace})`);
		await run(`grant select, insert, update, delete on ${name} to mentor_app`);
	}
	await run(`alter table delivery
		add column conversation_id uuid,
		add foreign key (workspace_id, conversation_id) references conversation
			on delete cascade,
		drop constraint delivery_check,
		add constraint delivery_check check (${one})`);
	await run(`create function relation_to_introduction(w uuid, subject uuid,
			p uuid, out relation text, out program_id uuid)
		language sql stable as $$
			select case p when mentee_id then 'mentee' when mentor_id then 'mentor'
					when third_id then 'third' end, i.program_id
				from introduction i
				where i.workspace_id = w and i.introduction_id = subject $$`);
	const signature = "relation_to_introduction(uuid, uuid, uuid)";
	await run(`revoke all on function ${signature} from public`);
	await run(`grant execute on function ${signature} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run("drop function relation_to_introduction(uuid, uuid, uuid)");
	// Policies bind the owner, too, who here works on all workspaces at once.
	await run("alter table delivery no force row level security");
	await run("delete from delivery where conversation_id is not null");
	await run("alter table delivery force row level security");
	// The check goes with the column.
	await run(`alter table delivery
		drop column conversation_id,
		add constraint delivery_check check
			((person_id is null) <> (mentorship_id is null))`);
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
}
