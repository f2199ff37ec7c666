import type { ClientBase, Pool } from "pg";
import { errorCode } from "./error-code.ts";

/**
 * Who acts in the database. The login of DATABASE_URL may be a superuser, whom
 * policies do not bind; so every connection does `set role` to one of these,
 * whom they do bind.
 */
export const databaseRoles = [
	/** Owns the tables and runs the migrations. */
	"mentor_owner",
	/** Works inside one workspace at a time. */
	"mentor_app",
	/** Sees the ledger of messages across workspaces, and nothing else. */
	"mentor_sender",
] as const;

export type DatabaseRole = (typeof databaseRoles)[number];

/**
 * Makes the three roles, lets the login take them, and gives them the schema
 * `public`. Changes nothing when all is in place. Several processes may do it
 * at once, also for several databases of one cluster, which share their roles.
 *
 * The connection must act as the login itself, before any `set role`. When the
 * login may not do this, the error says what an administrator must run.
 */
export async function ensureRoles(db: Pool | ClientBase): Promise<void> {
	let refused: unknown;
	// One statement at a time, and then a fresh look: another process may be
	// doing the same. The bound only ends statements that have no effect.
	for (let turn = 0; turn < 50; turn++) {
		const [statement] = await listNeeds(db);
		if (statement === undefined) return;
		try {
			await db.query(statement);
		} catch (error) {
			if (isRace(error)) continue;
			if (errorCode(error) !== permissionDenied) throw error;
			refused = error;
			break;
		}
	}
	const statements = (await listNeeds(db)).map((text) => `  ${text};`);
	throw new Error(
		`The login in DATABASE_URL may not prepare Mentor's database roles. An administrator of this database runs once:\n${statements.join("\n")}`,
		{ cause: refused },
	);
}

const permissionDenied = "42501";

/** The statements still to run, in order; none when all is in place. */
async function listNeeds(db: Pool | ClientBase): Promise<string[]> {
	const { rows } = await db.query<{ statement: string }>(
		`with role as (
			select name, r.oid, r.rolsuper or r.rolbypassrls as unbound,
				name = 'mentor_owner' as owner
			from unnest($1::text[]) with ordinality as wanted (name, position)
			left join pg_roles r on r.rolname = name
			order by position
		)
		select 'create role ' || name || ' nologin' as statement
			from role where oid is null
		union all
		select 'alter role ' || name || ' nosuperuser nobypassrls'
			from role where unbound
		union all
		select format('grant %s to %I', name, session_user)
			from role where oid is null or not pg_has_role(session_user, oid,
				case when current_setting('server_version_num')::int >= 160000
					then 'set' else 'member' end)
		union all
		select 'revoke create on schema public from public'
			where has_schema_privilege('public', 'public', 'create')
		union all
		select 'grant ' || privilege || ' on schema public to ' || name
			from role cross join unnest(array['usage', 'create']) as privilege
			where (privilege = 'usage' or owner)
				and (oid is null or not has_schema_privilege(oid, 'public', privilege))`,
		[databaseRoles],
	);
	return rows.map((row) => row.statement);
}

/** What Postgres answers when two sessions make or grant the same role. */
function isRace(error: unknown): boolean {
	const [duplicateObject, uniqueViolation] = ["42710", "23505"];
	const code = errorCode(error);
	return (
		code === duplicateObject ||
		code === uniqueViolation ||
		/concurrently updated/.test(String(error))
	);
}
