import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const ofMember = `foreign key (workspace_id, mentorship_id)
		references mentorship on delete cascade,
	foreign key (workspace_id, person_id) references person on delete cascade`;

const tables: [name: string, columns: string][] = [
	[
		"exploring_answer",
		`workspace_id uuid not null references workspace on delete cascade,
		mentorship_id uuid not null,
		person_id uuid not null,
		request_key text not null,
		goes_on boolean not null,
		answered_at timestamptz not null default clock_timestamp(),
		primary key (workspace_id, mentorship_id, person_id, request_key),
		${ofMember}`,
	],
	[
		"thanks",
		`workspace_id uuid not null references workspace on delete cascade,
		mentorship_id uuid not null,
		person_id uuid not null,
		words bytea,
		thanked_at timestamptz not null,
		primary key (workspace_id, mentorship_id, person_id),
		${ofMember}`,
	],
];

/**
 * Whether those who explore want to go on, and the thank-you after a single
 * conversation.
 *
 * Each tap is a row, and one's last tap counts, so a repetition of an earlier
 * one changes nothing. They go when exploring is over: of someone's no, nothing
 * is left, neither here nor among the requests that were handled.
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
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
}
