import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const ofMentorship = `foreign key (workspace_id, mentorship_id)
		references mentorship on delete cascade`;
const ofPerson = `foreign key (workspace_id, person_id) references person
		on delete cascade`;

const tables: [name: string, columns: string][] = [
	[
		"snooze",
		`workspace_id uuid not null references workspace on delete cascade,
		person_id uuid not null,
		until timestamptz not null,
		primary key (workspace_id, person_id),
		${ofPerson}`,
	],
	[
		"fewer_nudges",
		`workspace_id uuid not null references workspace on delete cascade,
		mentorship_id uuid not null,
		person_id uuid not null,
		since timestamptz not null,
		primary key (workspace_id, mentorship_id, person_id),
		${ofMentorship},
		${ofPerson}`,
	],
	[
		"nudge_count",
		`workspace_id uuid not null references workspace on delete cascade,
		mentorship_id uuid not null,
		counted_from timestamptz,
		begun_anew_at timestamptz,
		is_held boolean not null default false,
		primary key (workspace_id, mentorship_id),
		${ofMentorship}`,
	],
	[
		"no_answer",
		`workspace_id uuid not null references workspace on delete cascade,
		no_answer_id uuid not null,
		mentorship_id uuid not null,
		person_id uuid not null,
		asked_at timestamptz not null,
		closes_at timestamptz not null,
		ended_at timestamptz,
		outcome text check (outcome in ('answered', 'talked', 'over', 'ended')),
		primary key (workspace_id, no_answer_id),
		check ((ended_at is null) = (outcome is null)),
		${ofMentorship},
		${ofPerson}`,
	],
];

const indexes = [
	`create unique index one_no_answer_open on no_answer
		(workspace_id, mentorship_id) where ended_at is null`,
	"create index fewer_nudges_by_person on fewer_nudges (workspace_id, person_id)",
	"create index no_answer_by_person on no_answer (workspace_id, person_id)",
];

/**
 * What keeps a mentorship going. A snooze is a person's, for all that Mentor
 * says by itself; fewer nudges are wanted of one mentorship. Its periods are
 * counted anew after nothing was to be said for a while, or when a member begins
 * again. Who asked whether the other is still there is named for the two of
 * them alone.
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
	// Those of before this are looked at from now on. Policies bind the owner,
	// too, who here works on all workspaces at once.
	const read = ["mentorship", "schedule"];
	for (const name of read)
		await run(`alter table ${name} no force row level security`);
	await run(`insert into schedule
		(workspace_id, schedule_id, kind, subject_id, next_at)
		select workspace_id, gen_random_uuid(), 'mentorships:nudges',
			mentorship_id, now()
		from mentorship where state not in ('completed', 'ended')
		on conflict (workspace_id, kind, subject_id) do nothing`);
	for (const name of read)
		await run(`alter table ${name} force row level security`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
}
