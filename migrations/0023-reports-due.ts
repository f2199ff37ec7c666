import { type Kysely, sql } from "kysely";

const thisWorkspace =
	"workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid";

/**
 * When the report of a program is due next: within the coming weeks, the first
 * day that is its turn, at its local time. Clocks that change just then may move
 * it by an hour, this once.
 */
const planned = `
	select p.workspace_id, gen_random_uuid(), 'reports:release', p.program_id,
		min(at)
	from program p
	cross join lateral (select settings -> 'report' as report) r
	left join pg_timezone_names known on known.name = report ->> 'zone'
	cross join lateral (select coalesce(known.name, 'UTC') as zone,
		coalesce(report ->> 'weekday', '1')::int as weekday,
		coalesce(report ->> 'time', '09:00')::time as local_time,
		coalesce(report ->> 'every', 'month') as every) plan
	cross join lateral (select (now() at time zone zone)::date + ahead as day
		from generate_series(0, 62) ahead) days
	cross join lateral (select (day + local_time) at time zone zone as at) its
	where report ->> 'channel' is not null and at > now()
		and extract(isodow from day) = weekday
		and (every = 'week' or extract(day from day) <= 7)
	group by p.workspace_id, p.program_id`;

/**
 * A report whose time has come waits here until a worker process has made it.
 * And a channel that was chosen before there were reports gets its time.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`create table report_due (
		workspace_id uuid not null references workspace on delete cascade,
		program_id uuid not null,
		due_at timestamptz not null,
		next_at timestamptz not null default now(),
		attempts integer not null default 0,
		lease_token uuid,
		primary key (workspace_id, program_id),
		foreign key (workspace_id, program_id) references program
			on delete cascade)`);
	await run("create index report_due_next on report_due (next_at)");
	await run("alter table report_due enable row level security");
	await run("alter table report_due force row level security");
	await run(`create policy tenant on report_due
		using (${thisWorkspace}) with check (${thisWorkspace})`);
	await run(`grant select, insert, update, delete on report_due to mentor_app`);
	// It is told where something is due, and takes it within the workspace.
	await run(`create policy sender on report_due for select to mentor_sender
		using (true)`);
	await run("grant select on report_due to mentor_sender");

	// Policies bind the owner, too, who here works on all workspaces at once.
	for (const table of ["program", "schedule"])
		await run(`alter table ${table} no force row level security`);
	await run(`insert into schedule
		(workspace_id, schedule_id, kind, subject_id, next_at)
		${planned} on conflict (workspace_id, kind, subject_id) do nothing`);
	for (const table of ["program", "schedule"])
		await run(`alter table ${table} force row level security`);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql.raw("drop table report_due").execute(db);
}
