import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const tables: [name: string, columns: string][] = [
	[
		"meeting",
		`workspace_id uuid not null references workspace on delete cascade,
		meeting_id uuid not null,
		mentorship_id uuid not null,
		state text not null check (state in ('planned', 'met', 'moved', 'not',
			'cancelled', 'unsaid')),
		starts_at timestamptz not null,
		length_minutes smallint not null
			check (length_minutes between 15 and 60),
		in_writing boolean not null default false,
		sequence integer not null default 0 check (sequence >= 0),
		set_by uuid,
		set_at timestamptz not null,
		created_at timestamptz not null,
		held_at timestamptz check ((held_at is not null) = (state = 'met')),
		primary key (workspace_id, meeting_id),
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade,
		foreign key (workspace_id, set_by) references person
			on delete set null (set_by)`,
	],
	[
		"meeting_answer",
		`workspace_id uuid not null,
		meeting_id uuid not null,
		person_id uuid not null,
		answer text not null check (answer in ('met', 'moved', 'not')),
		usefulness smallint check (usefulness between 1 and 5),
		answered_at timestamptz not null,
		primary key (workspace_id, meeting_id, person_id),
		check (usefulness is null or answer = 'met'),
		foreign key (workspace_id, meeting_id) references meeting
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
];

const indexes = [
	// One at a time; two who pick at once find it here.
	`create unique index one_meeting_planned on meeting
		(workspace_id, mentorship_id) where state = 'planned'`,
	`create index meeting_by_mentorship on meeting
		(workspace_id, mentorship_id, starts_at)`,
	`create index meeting_answer_by_person on meeting_answer
		(workspace_id, person_id)`,
];

/**
 * Meetings: what a mentorship has planned, and what became of it.
 *
 * A meeting that is moved stays the same row with another time, as calendars
 * know it by its id and its sequence. What each member says of it afterwards is
 * theirs alone; the meeting's state is what all of it amounts to.
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
	await run(`create function relation_to_meeting(w uuid, subject uuid,
			p uuid, out relation text, out program_id uuid)
		language sql stable as $$
			select case when m.left_at is null then m.role else 'left' end,
					s.program_id
				from meeting t
				join mentorship s on s.workspace_id = w
					and s.mentorship_id = t.mentorship_id
				left join mentorship_member m on m.workspace_id = w
					and m.mentorship_id = t.mentorship_id and m.person_id = p
				where t.workspace_id = w and t.meeting_id = subject $$`);
	const signature = "relation_to_meeting(uuid, uuid, uuid)";
	await run(`revoke all on function ${signature} from public`);
	await run(`grant execute on function ${signature} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run("drop function relation_to_meeting(uuid, uuid, uuid)");
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
}
