import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const tables: [name: string, grants: string, columns: string][] = [
	[
		"cohort",
		"select, insert, update, delete",
		`workspace_id uuid not null references workspace on delete cascade,
		cohort_id uuid not null,
		program_id uuid not null,
		name text not null,
		signup_from date not null,
		signup_until date not null,
		kickoff_on date not null,
		ends_on date not null,
		primary key (workspace_id, cohort_id),
		check (signup_from <= signup_until and signup_until <= kickoff_on
			and kickoff_on < ends_on),
		foreign key (workspace_id, program_id) references program
			on delete cascade`,
	],
	[
		"cohort_member",
		"select, insert, delete",
		`workspace_id uuid not null,
		cohort_id uuid not null,
		person_id uuid not null,
		since timestamptz not null,
		primary key (workspace_id, cohort_id, person_id),
		foreign key (workspace_id, cohort_id) references cohort
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
	[
		// Which sentences a summary quotes is settled when it is made.
		"release_quote",
		"select, insert",
		`workspace_id uuid not null,
		release_id uuid not null,
		look_back_id uuid not null,
		primary key (workspace_id, release_id, look_back_id),
		foreign key (workspace_id, release_id) references release
			on delete cascade,
		foreign key (workspace_id, look_back_id) references look_back
			on delete cascade`,
	],
];

const indexes = [
	"create index cohort_by_program on cohort (workspace_id, program_id, ends_on)",
	`create index cohort_member_by_person on cohort_member
		(workspace_id, person_id)`,
];

const signatures = [
	"relation_to_cohort(uuid, uuid, uuid)",
	"is_of_cohort(uuid, uuid, uuid)",
];

/**
 * Cohorts: dated runs of a program, and who takes part in one by their own tap.
 * A mentorship is of a cohort when it began, by the days of the report's zone,
 * between sign-up and end, and two of its members take part.
 * Its summary is a release of the program's like any other, so a cohort that
 * has one cannot be deleted. `quotes` is how many sentences a summary quoted
 * when it was made: the sentences themselves lie with their writers.
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
	await run(`alter table release
		add column cohort_id uuid,
		add column quotes integer not null default 0,
		add foreign key (workspace_id, cohort_id) references cohort,
		add unique (workspace_id, cohort_id)`);
	// What is due is a program's report, or the summary of a cohort of it.
	await run(`alter table report_due
		add column cohort_id uuid,
		add column subject_id uuid not null
			generated always as (coalesce(cohort_id, program_id)) stored,
		drop constraint report_due_pkey,
		add primary key (workspace_id, subject_id),
		add foreign key (workspace_id, cohort_id) references cohort
			on delete cascade`);
	await run("alter table look_back add column quote bytea");
	await run(`create function relation_to_cohort(w uuid, subject uuid,
			p uuid, out relation text, out program_id uuid)
		language sql stable as $$
			select case when exists (select from enrollment e
					where e.workspace_id = w and e.program_id = c.program_id
						and e.person_id = p and e.state <> 'left')
				then 'enrolled' end, c.program_id
			from cohort c
			where c.workspace_id = w and c.cohort_id = subject $$`);
	await run(`create function is_of_cohort(w uuid, cohort uuid,
			mentorship uuid) returns boolean
		language sql stable as $$
			select exists (
				select from cohort c
				join program g using (workspace_id, program_id)
				join mentorship m using (workspace_id, program_id)
				where c.workspace_id = w and c.cohort_id = cohort
					and m.mentorship_id = mentorship
					and m.created_at >= c.signup_from::timestamp
						at time zone coalesce(g.settings #>> '{report,zone}', 'UTC')
					and m.created_at < (c.ends_on + 1)::timestamp
						at time zone coalesce(g.settings #>> '{report,zone}', 'UTC')
					and 2 <= (select count(*) from mentorship_member b
						join cohort_member k using (workspace_id, person_id)
						where b.workspace_id = w and b.mentorship_id = mentorship
							and k.cohort_id = cohort)) $$`);
	for (const signature of signatures) {
		await run(`revoke all on function ${signature} from public`);
		await run(`grant execute on function ${signature} to mentor_app`);
	}
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	for (const signature of signatures) await run(`drop function ${signature}`);
	await run("alter table look_back drop column quote");
	// Policies bind the owner, too, who here works on all workspaces at once.
	await run("alter table report_due no force row level security");
	await run("delete from report_due where cohort_id is not null");
	await run("alter table report_due force row level security");
	// Their constraints go with the columns.
	await run(`alter table report_due
		drop column subject_id,
		drop column cohort_id,
		add primary key (workspace_id, program_id)`);
	await run("alter table release drop column cohort_id, drop column quotes");
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
}
