import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

/** Live: someone may still be asked, or asked again, because of it. */
const live = "'queued', 'open', 'asked_back'";

/**
 * Requests become ranked lists with a reply window, a question may be asked
 * back, and mentors may be silent or unavailable for a while.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	// Every request so far is a list of its own.
	await run(`alter table request
		add column list_id uuid not null default gen_random_uuid(),
		add column position smallint not null default 1
			check (position between 1 and 5),
		add column closes_at timestamptz,
		add column reminded_at timestamptz,
		add column clock_left_days smallint,
		add column suggested_id uuid,
		add foreign key (workspace_id, suggested_id) references person
			on delete set null (suggested_id),
		drop constraint request_state_check,
		add constraint request_state_check check (state in (${live},
			'accepted', 'declined', 'expired', 'withdrawn', 'unasked'))`);
	await run("drop index one_open_request_per_pair");
	await run(`create unique index one_open_request_per_pair on request
		(workspace_id, mentee_id, mentor_id) where state in (${live})`);
	await run(`create unique index one_asked_per_list on request
		(workspace_id, list_id) where state in ('open', 'asked_back')`);
	await run(`create unique index request_by_list on request
		(workspace_id, list_id, position)`);
	await run(
		"create index request_by_mentee on request (workspace_id, mentee_id, state)",
	);
	// Requests from before windows get the usual one, from now on.
	await asOwnerOfAll(db, ["request", "schedule"], async () => {
		await run(`update request set closes_at = now() + interval '9 days'
			where state = 'open'`);
		await run(`insert into schedule
				(workspace_id, schedule_id, kind, subject_id, next_at)
			select workspace_id, gen_random_uuid(), 'matching:close', request_id,
				closes_at from request where state = 'open'`);
	});

	await run(`create table request_note (
		workspace_id uuid not null,
		note_id uuid not null,
		request_id uuid not null,
		author_id uuid not null,
		body bytea not null,
		created_at timestamptz not null default now(),
		primary key (workspace_id, note_id),
		foreign key (workspace_id, request_id) references request
			on delete cascade,
		foreign key (workspace_id, author_id) references person
			on delete cascade)`);
	await run(
		"create index note_by_request on request_note (workspace_id, request_id)",
	);
	await run("alter table request_note enable row level security");
	await run("alter table request_note force row level security");
	await run(`create policy tenant on request_note
		using (${thisWorkspace}) with check (${thisWorkspace})`);
	await run(
		"grant select, insert, update, delete on request_note to mentor_app",
	);

	await run(`alter table enrollment
		add column silent_since timestamptz,
		add column expired_in_row smallint not null default 0,
		add column unavailable_until timestamptz`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`alter table enrollment drop column silent_since,
		drop column expired_in_row, drop column unavailable_until`);
	await run("drop table request_note");
	await run("drop index one_open_request_per_pair");
	await run("drop index one_asked_per_list");
	await asOwnerOfAll(db, ["request", "schedule"], async () => {
		await run(
			"delete from schedule where kind in ('matching:remind', 'matching:close')",
		);
		await run("delete from request where state in ('queued', 'unasked')");
		await run(`update request set state = case state
				when 'asked_back' then 'open' else 'declined' end
			where state in ('asked_back', 'expired')`);
	});
	// The indexes on the list go with its column.
	await run("drop index request_by_mentee");
	await run(`alter table request
		drop column list_id, drop column position, drop column closes_at,
		drop column reminded_at, drop column clock_left_days,
		drop column suggested_id,
		drop constraint request_state_check,
		add constraint request_state_check check
			(state in ('open', 'accepted', 'declined', 'withdrawn'))`);
	await run(`create unique index one_open_request_per_pair on request
		(workspace_id, mentee_id, mentor_id) where state = 'open'`);
}

/** Policies bind the owner, too, who here works on all workspaces at once. */
async function asOwnerOfAll(
	db: Kysely<never>,
	tables: string[],
	work: () => Promise<void>,
): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	for (const table of tables)
		await run(`alter table ${table} no force row level security`);
	await work();
	for (const table of tables)
		await run(`alter table ${table} force row level security`);
}
