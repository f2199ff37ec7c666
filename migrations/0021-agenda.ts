import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const tables: [name: string, columns: string][] = [
	[
		"agenda_item",
		`workspace_id uuid not null references workspace on delete cascade,
		item_id uuid not null,
		mentorship_id uuid not null,
		slot text not null,
		words bytea not null,
		author_id uuid,
		version integer not null default 1,
		carried smallint not null default 0,
		state text not null default 'open' check (state in ('open', 'covered')),
		meeting_id uuid,
		created_at timestamptz not null,
		changed_at timestamptz not null,
		primary key (workspace_id, item_id),
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade,
		foreign key (workspace_id, author_id) references person
			on delete set null (author_id),
		foreign key (workspace_id, meeting_id) references meeting
			on delete set null (meeting_id)`,
	],
	[
		"action_item",
		`workspace_id uuid not null references workspace on delete cascade,
		action_id uuid not null,
		mentorship_id uuid not null,
		owner_id uuid not null,
		words bytea not null,
		due_on date,
		state text not null default 'open'
			check (state in ('open', 'did', 'own_way', 'against')),
		why bytea check (why is null or state <> 'open'),
		asked_at timestamptz,
		created_at timestamptz not null,
		reported_at timestamptz
			check ((reported_at is null) = (state = 'open')),
		primary key (workspace_id, action_id),
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade,
		foreign key (workspace_id, owner_id) references person
			on delete cascade`,
	],
];

const indexes = [
	// A question is answered once for all of them.
	`create unique index one_open_answer on agenda_item
		(workspace_id, mentorship_id, slot) where state = 'open' and slot <> 'own'`,
	`create index agenda_by_mentorship on agenda_item
		(workspace_id, mentorship_id, state)`,
	`create index action_by_mentorship on action_item
		(workspace_id, mentorship_id, state)`,
	`create index action_by_owner on action_item (workspace_id, owner_id)`,
];

/**
 * The agenda of a mentorship's next meeting, and what its members took on.
 *
 * Both hang on the mentorship: what a meeting had no time for waits for the
 * next one. Only the members of the mentorship read any of it.
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
	await run(`create function relation_to_action(w uuid, subject uuid,
			p uuid, out relation text, out program_id uuid)
		language sql stable as $$
			select case when m.left_at is not null then 'left'
						when a.owner_id = p then 'owner' else m.role end,
					s.program_id
				from action_item a
				join mentorship s on s.workspace_id = w
					and s.mentorship_id = a.mentorship_id
				left join mentorship_member m on m.workspace_id = w
					and m.mentorship_id = a.mentorship_id and m.person_id = p
				where a.workspace_id = w and a.action_id = subject $$`);
	const signature = "relation_to_action(uuid, uuid, uuid)";
	await run(`revoke all on function ${signature} from public`);
	await run(`grant execute on function ${signature} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run("drop function relation_to_action(uuid, uuid, uuid)");
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
}
