import { type Kysely, sql } from "kysely";

/** Whoever wants to be asked less often about a goal they leave alone. */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`alter table goal
		add column asked_less boolean not null default false`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`alter table goal drop column asked_less`.execute(db);
}
