import { type Kysely, sql } from "kysely";

const hiddenFrom = "hidden_from(uuid, uuid)";

/** Who manages a program, of those it is about; guests may not. */
const relationToProgram = (standing: string) => `
	create or replace function relation_to_program(
		w uuid, subject uuid, p uuid, out relation text, out program_id uuid
	) language sql stable as $$
		select case when exists (select from program_manager m
				join person using (workspace_id, person_id)
				where m.workspace_id = w and m.program_id = subject
					and m.person_id = p ${standing}) then 'manager' end,
			g.program_id
		from program g
		where g.workspace_id = w and g.program_id = subject $$`;

/**
 * Whom a program manager never sees, matches or exports: themself, everyone
 * above them and everyone below, as far as the directory says. `union` drops
 * what was there already, so that a circle in the data comes to its end.
 */
export async function up(db: Kysely<never>): Promise<void> {
	const run = (text: string) => sql.raw(text).execute(db);
	await run(`create function hidden_from(w uuid, viewer uuid)
		returns setof uuid language sql stable as $$
		with recursive above as (
			select viewer as person_id
			union
			select p.manager_id from person p join above using (person_id)
				where p.workspace_id = w and p.manager_id is not null
		), below as (
			select viewer as person_id
			union
			select p.person_id from person p
				join below on p.manager_id = below.person_id
				where p.workspace_id = w
		)
		select person_id from above union select person_id from below $$`);
	await run(`revoke all on function ${hiddenFrom} from public`);
	await run(`grant execute on function ${hiddenFrom} to mentor_app`);
	await run(relationToProgram("and standing = 'member'"));
}

export async function down(db: Kysely<never>): Promise<void> {
	await sql.raw(relationToProgram("")).execute(db);
	await sql.raw(`drop function ${hiddenFrom}`).execute(db);
}
