import { type Kysely, sql } from "kysely";

const relation = `relation_to_mentorship(w uuid, subject uuid, p uuid,
	out relation text, out program_id uuid)`;

/**
 * The life of a mentorship: since when it is in its state, the dates that move
 * it on by themselves, and how it ended.
 *
 * Nothing here says who moved it. A member who left a group stays a row, with
 * the day they left, and is nothing to it any more but someone who left.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`alter table mentorship
		add column since timestamptz not null default now(),
		add column changes integer not null default 0,
		add column turned_at timestamptz not null default now(),
		add column active_since timestamptz,
		add column rhythm text
			check (rhythm in ('weekly', 'every_two_weeks', 'monthly')),
		add column length_minutes smallint check (length_minutes in (30, 45)),
		add column halfway_on date,
		add column ends_on date,
		add column paused_from text
			check (paused_from in ('exploring', 'agreeing', 'active')),
		add column paused_until timestamptz,
		add column pause_ends text check (pause_ends in ('resume', 'end')),
		add column ended_as text check (ended_as in ('finished', 'informal',
			'explored', 'early', 'left', 'gone', 'unanswered')),
		add column partner_name bytea,
		add constraint mentorship_paused
			check (paused_from is null or state = 'paused'),
		add constraint mentorship_over check
			(ended_as is null or state in ('completed', 'ended'))`);
	await run(`alter table mentorship_member
		add column joined_at timestamptz not null default now(),
		add column left_at timestamptz,
		add column board_seat text check (board_seat in
			('technical', 'career', 'industry', 'leadership'))`);
	// Those of before this: their calendar begins with what comes next.
	await asOwnerOfAll(db, ["mentorship", "schedule"], async () => {
		await run("update mentorship set since = created_at");
		await run(`insert into schedule
			(workspace_id, schedule_id, kind, subject_id, next_at)
			select workspace_id, gen_random_uuid(), 'mentorships:turn',
				mentorship_id,
				greatest(exploring_until - interval '4 days', now())
			from mentorship
			where state = 'exploring' and exploring_until is not null
			on conflict (workspace_id, kind, subject_id) do nothing`);
	});
	await run(`create or replace function ${relation}
		language sql stable as $$
		select case when m.left_at is null then m.role else 'left' end,
				s.program_id
			from mentorship s
			left join mentorship_member m on m.workspace_id = w
				and m.mentorship_id = subject and m.person_id = p
			where s.workspace_id = w and s.mentorship_id = subject $$`);
}

export async function down(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`create or replace function ${relation}
		language sql stable as $$
		select m.role, s.program_id from mentorship s
			left join mentorship_member m on m.workspace_id = w
				and m.mentorship_id = subject and m.person_id = p
			where s.workspace_id = w and s.mentorship_id = subject $$`);
	await run(`alter table mentorship_member
		drop column joined_at, drop column left_at, drop column board_seat`);
	await run(`alter table mentorship drop constraint mentorship_paused,
		drop constraint mentorship_over, drop column since, drop column changes,
		drop column turned_at, drop column active_since, drop column rhythm,
		drop column length_minutes, drop column halfway_on, drop column ends_on,
		drop column paused_from, drop column paused_until,
		drop column pause_ends, drop column ended_as, drop column partner_name`);
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
