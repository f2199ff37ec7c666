import { type Kysely, sql } from "kysely";

/**
 * From when managers see by name how mentorships go; null: not at all. It is
 * part of what people agree to, and so has its versions with it.
 */
export async function up(db: Kysely<never>): Promise<void> {
	await sql`alter table participation_text
		add column health_from timestamptz`.execute(db);
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql`alter table participation_text
		drop column health_from`.execute(db);
}
