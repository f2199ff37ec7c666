import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const tables: [name: string, columns: string][] = [
	[
		"agreement",
		`workspace_id uuid not null references workspace on delete cascade,
		agreement_id uuid not null,
		mentorship_id uuid not null,
		version integer not null check (version > 0),
		author_id uuid,
		words bytea not null,
		written_at timestamptz not null,
		in_force_at timestamptz,
		primary key (workspace_id, agreement_id),
		unique (workspace_id, mentorship_id, version),
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade,
		foreign key (workspace_id, author_id) references person
			on delete set null (author_id)`,
	],
	[
		"agreement_signature",
		`workspace_id uuid not null,
		agreement_id uuid not null,
		person_id uuid not null,
		signed_at timestamptz not null,
		primary key (workspace_id, agreement_id, person_id),
		foreign key (workspace_id, agreement_id) references agreement
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
	[
		"halfway",
		`workspace_id uuid not null references workspace on delete cascade,
		halfway_id uuid not null,
		mentorship_id uuid not null,
		asked_at timestamptz not null,
		shared_at timestamptz,
		primary key (workspace_id, halfway_id),
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade`,
	],
	[
		"halfway_answer",
		`workspace_id uuid not null,
		halfway_id uuid not null,
		person_id uuid not null,
		words bytea,
		answered_at timestamptz check (words is null or answered_at is not null),
		primary key (workspace_id, halfway_id, person_id),
		foreign key (workspace_id, halfway_id) references halfway
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
];

const indexes = [
	"create index agreement_by_author on agreement (workspace_id, author_id)",
	`create index agreement_signature_by_person on agreement_signature
		(workspace_id, person_id)`,
	"create index halfway_by_mentorship on halfway (workspace_id, mentorship_id)",
	`create index halfway_answer_by_person on halfway_answer
		(workspace_id, person_id)`,
];

/**
 * What the members of a mentorship agreed, version by version, each with its
 * signatures; and what they write halfway.
 *
 * A version is never changed: an edit is the next one. The latest that all
 * signed is in force. Whoever was asked halfway has a row; one that is answered
 * without words was skipped, and looks to the others like one that was not.
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
	// To its mentorship's members, what they are there; managers are nothing.
	await run(`create function relation_to_agreement(w uuid, subject uuid,
			p uuid, out relation text, out program_id uuid)
		language sql stable as $$
			select r.relation, r.program_id
				from agreement a,
					lateral relation_to_mentorship(w, a.mentorship_id, p) r
				where a.workspace_id = w and a.agreement_id = subject $$`);
	const signature = "relation_to_agreement(uuid, uuid, uuid)";
	await run(`revoke all on function ${signature} from public`);
	await run(`grant execute on function ${signature} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run("drop function relation_to_agreement(uuid, uuid, uuid)");
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
}
