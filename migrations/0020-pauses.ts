import { type Kysely, sql } from "kysely";

/**
 * Who needs the pause of a mentorship: whoever made it, or a member who is gone
 * from Slack for now. It goes on when they say so, and the others wait.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`alter table mentorship
		add column paused_by uuid check (paused_by is null or state = 'paused'),
		add constraint mentorship_paused_by
			foreign key (workspace_id, paused_by) references person
			on delete set null (paused_by)`);
	await run(`create index mentorship_by_pauser on mentorship
		(workspace_id, paused_by) where paused_by is not null`);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql.raw("alter table mentorship drop column paused_by").execute(db);
}
