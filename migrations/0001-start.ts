import { type Kysely, sql } from "kysely";

/** Every table of a workspace: the first key column is the workspace. */
const tables: [name: string, columns: string][] = [
	[
		"installation",
		`workspace_id uuid primary key references workspace on delete cascade,
		bot_id text not null,
		bot_user_id text not null,
		bot_token bytea not null,
		scopes text[] not null,
		installed_by text,
		installed_at timestamptz not null default now()`,
	],
	[
		"person",
		`workspace_id uuid not null references workspace on delete cascade,
		person_id uuid not null,
		slack_user_id text not null,
		name text not null,
		title text not null default '',
		standing text not null check
			(standing in ('member', 'guest', 'bot', 'external', 'deactivated')),
		zone text not null,
		locale text not null default 'en-US',
		hours_start text not null default '09:00',
		hours_end text not null default '17:00',
		work_days smallint[],
		department text,
		level smallint,
		location text,
		manager_id uuid,
		dm_channel text,
		synced_at timestamptz not null default now(),
		primary key (workspace_id, person_id),
		unique (workspace_id, slack_user_id),
		foreign key (workspace_id, manager_id) references person
			on delete set null (manager_id)`,
	],
	[
		"exclusion",
		`workspace_id uuid not null,
		person_id uuid not null,
		other_id uuid not null check (other_id <> person_id),
		primary key (workspace_id, person_id, other_id),
		foreign key (workspace_id, person_id) references person on delete cascade,
		foreign key (workspace_id, other_id) references person on delete cascade`,
	],
	[
		"program",
		`workspace_id uuid not null references workspace on delete cascade,
		program_id uuid not null,
		name text not null,
		is_first boolean not null default false,
		settings jsonb not null default '{}',
		created_at timestamptz not null default now(),
		primary key (workspace_id, program_id)`,
	],
	[
		"program_manager",
		`workspace_id uuid not null,
		program_id uuid not null,
		person_id uuid not null,
		since timestamptz not null default now(),
		primary key (workspace_id, program_id, person_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, person_id) references person on delete cascade`,
	],
	[
		"topic",
		`workspace_id uuid not null,
		program_id uuid not null,
		topic_id uuid not null,
		name text not null,
		synonyms text[] not null default '{}',
		primary key (workspace_id, topic_id),
		unique (workspace_id, program_id, name),
		foreign key (workspace_id, program_id) references program
			on delete cascade`,
	],
	[
		"enrollment",
		`workspace_id uuid not null,
		program_id uuid not null,
		person_id uuid not null,
		role text not null check (role in ('mentee', 'mentor', 'both', 'peer')),
		state text not null check (state in ('open', 'paused', 'left')),
		paused_until timestamptz,
		participation_version smallint not null,
		goal bytea,
		offer bytea,
		helps_not_with bytea,
		moves bytea,
		capacity smallint not null default 1 check (capacity between 1 and 10),
		kinds_wanted text[] not null default '{one_to_one,flash}',
		kinds_offered text[] not null default '{one_to_one,flash}',
		rhythm text not null default 'every_two_weeks' check
			(rhythm in ('weekly', 'every_two_weeks', 'monthly')),
		length_minutes smallint not null default 30 check
			(length_minutes in (30, 45)),
		format text not null default 'either' check
			(format in ('video', 'in_person', 'either')),
		languages text[] not null default '{en}',
		feedback_style text check (feedback_style in ('direct', 'gentle')),
		plan_style text check (plan_style in ('structured', 'open')),
		medium_style text check (medium_style in ('talk', 'write')),
		ready_at timestamptz,
		joined_at timestamptz not null default now(),
		primary key (workspace_id, program_id, person_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, person_id) references person on delete cascade`,
	],
	[
		"enrollment_topic",
		`workspace_id uuid not null,
		program_id uuid not null,
		person_id uuid not null,
		side text not null check (side in ('offered', 'wanted')),
		topic_key text not null,
		topic_id uuid,
		own_name bytea,
		level smallint not null check (level between 1 and 3),
		primary key (workspace_id, program_id, person_id, side, topic_key),
		check ((topic_id is null) <> (own_name is null)),
		foreign key (workspace_id, program_id, person_id) references enrollment
			on delete cascade,
		foreign key (workspace_id, topic_id) references topic`,
	],
	[
		"draft",
		`workspace_id uuid not null,
		person_id uuid not null,
		draft_key text not null,
		body bytea not null,
		updated_at timestamptz not null default now(),
		primary key (workspace_id, person_id, draft_key),
		foreign key (workspace_id, person_id) references person on delete cascade`,
	],
	[
		"request",
		`workspace_id uuid not null,
		request_id uuid not null,
		program_id uuid not null,
		mentee_id uuid not null,
		mentor_id uuid not null check (mentor_id <> mentee_id),
		kind text not null,
		state text not null check
			(state in ('open', 'accepted', 'declined', 'withdrawn')),
		ask bytea not null,
		asked_at timestamptz not null default now(),
		answered_at timestamptz,
		primary key (workspace_id, request_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, mentee_id) references person on delete cascade,
		foreign key (workspace_id, mentor_id) references person on delete cascade`,
	],
	[
		"mentorship",
		`workspace_id uuid not null,
		mentorship_id uuid not null,
		program_id uuid not null,
		request_id uuid,
		kind text not null,
		state text not null check (state in ('proposed', 'exploring', 'agreeing',
			'active', 'paused', 'closing', 'completed', 'ended')),
		exploring_until timestamptz,
		channel text,
		created_at timestamptz not null default now(),
		primary key (workspace_id, mentorship_id),
		unique (workspace_id, request_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade,
		foreign key (workspace_id, request_id) references request
			on delete set null (request_id)`,
	],
	[
		"mentorship_member",
		`workspace_id uuid not null,
		mentorship_id uuid not null,
		person_id uuid not null,
		role text not null check (role in ('mentor', 'mentee', 'peer')),
		primary key (workspace_id, mentorship_id, person_id),
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade,
		foreign key (workspace_id, person_id) references person on delete cascade`,
	],
	[
		"lane",
		`workspace_id uuid primary key references workspace on delete cascade,
		next_at timestamptz not null default now(),
		lookup_at timestamptz not null default now(),
		stopped text`,
	],
	[
		"gate",
		`workspace_id uuid not null references workspace on delete cascade,
		gate_key text not null,
		rank smallint not null,
		open_at timestamptz not null default now(),
		due_at timestamptz,
		stopped text,
		primary key (workspace_id, gate_key)`,
	],
	[
		"delivery",
		`workspace_id uuid not null references workspace on delete cascade,
		delivery_id uuid not null,
		person_id uuid,
		mentorship_id uuid,
		gate_key text not null,
		rank smallint not null,
		state text not null default 'pending' check
			(state in ('pending', 'sending', 'sent', 'unknown', 'failed', 'dropped')),
		next_at timestamptz not null default now(),
		attempts smallint not null default 0,
		claimed_at timestamptz,
		lease_token uuid,
		lease_until timestamptz,
		channel text,
		message_ts text,
		last_error text,
		created_at timestamptz not null default now(),
		sent_at timestamptz,
		primary key (workspace_id, delivery_id),
		check ((person_id is null) <> (mentorship_id is null)),
		foreign key (workspace_id, person_id) references person on delete cascade,
		foreign key (workspace_id, mentorship_id) references mentorship
			on delete cascade`,
	],
	[
		"owed",
		`workspace_id uuid not null references workspace on delete cascade,
		owed_id uuid not null,
		dedupe_key text not null,
		kind text not null,
		person_id uuid,
		subject_id uuid not null,
		urgency text not null check (urgency in ('now', 'today', 'this_week')),
		stale_after timestamptz not null,
		delivery_id uuid,
		plan_at timestamptz not null default now(),
		created_at timestamptz not null default now(),
		primary key (workspace_id, owed_id),
		unique (workspace_id, dedupe_key),
		foreign key (workspace_id, person_id) references person on delete cascade,
		foreign key (workspace_id, delivery_id) references delivery
			on delete cascade deferrable initially deferred`,
	],
	[
		"home_tab",
		`workspace_id uuid not null,
		person_id uuid not null,
		opened_at timestamptz not null default now(),
		changed_at timestamptz,
		published_at timestamptz not null default now(),
		primary key (workspace_id, person_id),
		foreign key (workspace_id, person_id) references person
			on delete cascade`,
	],
	[
		"schedule",
		`workspace_id uuid not null references workspace on delete cascade,
		schedule_id uuid not null,
		kind text not null,
		subject_id uuid not null,
		next_at timestamptz not null,
		primary key (workspace_id, schedule_id),
		unique (workspace_id, kind, subject_id)`,
	],
	[
		"handled_request",
		`workspace_id uuid not null references workspace on delete cascade,
		request_key text not null,
		handled_at timestamptz not null default now(),
		primary key (workspace_id, request_key)`,
	],
	[
		"audit",
		`workspace_id uuid not null references workspace on delete cascade,
		audit_id uuid not null,
		at timestamptz not null default now(),
		actor_id uuid,
		action text not null,
		subject_id uuid,
		outcome text not null check (outcome in ('done', 'denied')),
		primary key (workspace_id, audit_id)`,
	],
];

const indexes = [
	"create unique index one_first_program on program (workspace_id) where is_first",
	`create unique index one_open_request_per_pair on request
		(workspace_id, mentee_id, mentor_id) where state = 'open'`,
	"create index request_by_mentor on request (workspace_id, mentor_id, state)",
	"create index person_by_manager on person (workspace_id, manager_id)",
	"create index member_by_person on mentorship_member (workspace_id, person_id)",
	"create index lane_next on lane (next_at) where stopped is null",
	`create index gate_due on gate (workspace_id, rank, due_at)
		where due_at is not null`,
	`create index delivery_next on delivery (workspace_id, gate_key, next_at)
		where state = 'pending'`,
	`create index delivery_first on delivery
		(workspace_id, gate_key, rank, delivery_id) where state = 'pending'`,
	`create index delivery_unknown on delivery (workspace_id, next_at)
		where state = 'unknown'`,
	"create index delivery_leased on delivery (lease_until) where state = 'sending'",
	"create index owed_by_delivery on owed (workspace_id, delivery_id)",
	`create index owed_unplanned on owed (workspace_id, plan_at)
		where delivery_id is null`,
	"create index schedule_due on schedule (next_at)",
	`create index home_tab_changed on home_tab (published_at)
		where changed_at is not null`,
];

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`create table workspace (
		workspace_id uuid primary key,
		enterprise_id text,
		team_id text,
		name text not null,
		state text not null check (state in ('installed', 'uninstalled')),
		created_at timestamptz not null default now(),
		unique nulls not distinct (enterprise_id, team_id))`);
	for (const [name, columns] of tables)
		await run(`create table ${name} (${columns})`);
	for (const index of indexes) await run(index);

	for (const name of ["workspace", ...tables.map(([table]) => table)]) {
		await run(`alter table ${name} enable row level security`);
		await run(`alter table ${name} force row level security`);
		await run(`create policy tenant on ${name}
			using (${thisWorkspace}) with check (${thisWorkspace})`);
		await run(`grant select, insert, update, delete on ${name} to mentor_app`);
	}
	// A request from Slack names a team, not our workspace: this lets exactly
	// that team's row be found before the workspace is known.
	await run(`create policy by_slack_team on workspace for select using (
		team_id = current_setting('app.slack_team', true)
		or (team_id is null
			and enterprise_id = current_setting('app.slack_enterprise', true)))`);
	for (const name of ["owed", "delivery", "lane", "gate", "home_tab"]) {
		await run(`create policy sender on ${name} to mentor_sender
			using (true) with check (true)`);
		await run(`grant select, update on ${name} to mentor_sender`);
	}
	await run(`create policy sender on schedule for select to mentor_sender
		using (true)`);
	await run("grant select on schedule to mentor_sender");
}

export async function down(db: Kysely<never>): Promise<void> {
	for (const [name] of [...tables].reverse())
		await sql.raw(`drop table ${name}`).execute(db);
	await sql.raw("drop table workspace").execute(db);
}
