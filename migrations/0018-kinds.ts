import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

const tables: [name: string, columns: string][] = [
	[
		"peer_invitation",
		`workspace_id uuid not null references workspace on delete cascade,
		invitation_id uuid not null,
		program_id uuid not null,
		mentorship_id uuid not null,
		proposer_id uuid not null,
		invited_id uuid not null check (invited_id <> proposer_id),
		state text not null check (state in ('proposed', 'asked', 'accepted',
			'declined', 'expired', 'dropped')),
		started_at timestamptz not null,
		closes_at timestamptz not null,
		ended_at timestamptz,
		primary key (workspace_id, invitation_id),
		check ((ended_at is null) = (state in ('proposed', 'asked'))),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade,
		foreign key (workspace_id, proposer_id) references person
			on delete cascade,
		foreign key (workspace_id, invited_id) references person
			on delete cascade`,
	],
	[
		"peer_invitation_yes",
		`workspace_id uuid not null,
		invitation_id uuid not null,
		person_id uuid not null,
		primary key (workspace_id, invitation_id, person_id),
		foreign key (workspace_id, invitation_id) references peer_invitation
			on delete cascade,
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
];

const signature = "relation_to_invitation(uuid, uuid, uuid)";

/**
 * Mentorships of more than two. `lineup` counts how often their members
 * changed, and each member knows with which change they came and left: so a
 * message can name the change, whatever any clock says. Peers invite another
 * one together; a group can be closed to new members.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`alter table mentorship
		add column lineup integer not null default 0,
		add column closed_at timestamptz,
		add column about bytea`);
	await run(`alter table mentorship_member
		add column joined_lineup integer not null default 0,
		add column left_lineup integer,
		add constraint mentorship_member_left
			check (left_lineup is null or left_at is not null)`);
	for (const [name, columns] of tables)
		await run(`create table ${name} (${columns})`);
	// Members decide about one person at a time.
	await run(`create unique index one_peer_invitation on peer_invitation
		(workspace_id, mentorship_id) where state in ('proposed', 'asked')`);
	await run(`create index peer_invitation_by_invited on peer_invitation
		(workspace_id, invited_id, state)`);
	for (const [name] of tables) {
		await run(`alter table ${name} enable row level security`);
		await run(`alter table ${name} force row level security`);
		await run(`create policy tenant on ${name}
			using (${thisWorkspace}) with check (${thisWorkspace})`);
		await run(`grant select, insert, update, delete on ${name} to mentor_app`);
	}
	await run(`create function relation_to_invitation(w uuid, subject uuid,
			p uuid, out relation text, out program_id uuid)
		language sql stable as $$
			select case when i.invited_id = p then 'invited'
					when m.person_id is not null then 'member' end, i.program_id
				from peer_invitation i
				left join mentorship_member m on m.workspace_id = w
					and m.mentorship_id = i.mentorship_id and m.person_id = p
					and m.left_at is null
				where i.workspace_id = w and i.invitation_id = subject $$`);
	await run(`revoke all on function ${signature} from public`);
	await run(`grant execute on function ${signature} to mentor_app`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`drop function ${signature}`);
	for (const [name] of tables.toReversed()) await run(`drop table ${name}`);
	await run(`alter table mentorship_member
		drop constraint mentorship_member_left,
		drop column joined_lineup, drop column left_lineup`);
	await run(`alter table mentorship
		drop column lineup, drop column closed_at, drop column about`);
}
