import fs from "node:fs/promises";
import path from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import {
	FileMigrationProvider,
	type MigrationResultSet,
	Migrator,
} from "kysely/migration";
import { openPool } from "./pool.ts";
import { databaseRoles, ensureRoles } from "./roles.ts";

/** How the schema of a database stands to the migrations of this version. */
export type SchemaState = {
	/** Names of the migrations the database has had, in order. */
	applied: string[];
	/** Names of the migrations this version has, in order. */
	known: string[];
	/** It lacks some of ours: the app must not run on it. */
	behind: boolean;
	/** It has some we do not know: a newer version was here, which is fine. */
	ahead: boolean;
};

const folder = path.join(import.meta.dirname, "../../migrations");

/**
 * Prepares the roles and runs every migration the database lacks, all in one
 * transaction. Several replicas may do it at once: one works, the others wait.
 * A newer schema is left as it is.
 *
 * @returns the names of the migrations that were run
 * @throws an error that names the migration which failed
 */
export function migrateToLatest(
	url: string,
	migrations = folder,
): Promise<string[]> {
	return withMigrator(url, migrations, async (migrator, db) => {
		const result = await migrator.migrateToLatest();
		if (result.error !== undefined) {
			// The migrator refuses a migration it does not know; we need not.
			const { ahead, behind } = await schemaState(db, migrations);
			if (behind || !ahead) throw explain(result);
		}
		await letEveryRoleSeeTheState(db);
		return (result.results ?? []).map((done) => done.migrationName);
	});
}

/**
 * Undoes the newest migrations, with the data in what they made.
 *
 * @returns the names of the migrations that were undone, newest first
 */
export function migrateDown(
	url: string,
	steps: number | "all",
	migrations = folder,
): Promise<string[]> {
	return withMigrator(url, migrations, async (migrator) => {
		const undone: string[] = [];
		const wanted = steps === "all" ? Number.POSITIVE_INFINITY : steps;
		while (undone.length < wanted) {
			const result = await migrator.migrateDown();
			if (result.error !== undefined) throw explain(result);
			const [last] = result.results ?? [];
			if (!last) break;
			if (last.status !== "Success") {
				throw new Error(`Migration ${last.migrationName} has no way down`);
			}
			undone.push(last.migrationName);
		}
		return undone;
	});
}

/** Compares the database with the migrations; changes nothing. */
export async function schemaState<Tables>(
	db: Kysely<Tables>,
	migrations = folder,
): Promise<SchemaState> {
	const known = (await fs.readdir(migrations))
		.filter((file) => file.endsWith(".ts"))
		.map((file) => path.basename(file, ".ts"))
		.sort();
	const table = await sql<{ found: boolean }>`
		select to_regclass('kysely_migration') is not null as found`.execute(db);
	const { rows } = table.rows[0]?.found
		? await sql<{ name: string }>`
			select name from kysely_migration order by timestamp, name`.execute(db)
		: { rows: [] };
	const applied = rows.map((row) => row.name);
	return {
		applied,
		known,
		behind: known.some((name) => !applied.includes(name)),
		ahead: applied.some((name) => !known.includes(name)),
	};
}

/** The same, for whoever has no connection yet; it acts as the login itself. */
export async function readSchemaState(url: string): Promise<SchemaState> {
	const pool = openPool(url, null, { max: 1 });
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	return schemaState(db).finally(() => db.destroy());
}

async function withMigrator<T>(
	url: string,
	migrations: string,
	work: (migrator: Migrator, db: Kysely<unknown>) => Promise<T>,
): Promise<T> {
	const login = openPool(url, null, { max: 1 });
	try {
		await ensureRoles(login);
	} finally {
		await login.end();
	}
	const pool = openPool(url, "mentor_owner", { max: 1 });
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	const provider = new FileMigrationProvider({
		fs,
		path,
		migrationFolder: migrations,
	});
	try {
		return await work(new Migrator({ db, provider }), db);
	} finally {
		await db.destroy();
	}
}

/** The app refuses an older schema, so it must be able to read which it is. */
function letEveryRoleSeeTheState(db: Kysely<unknown>): Promise<void> {
	const readers = databaseRoles.filter((role) => role !== "mentor_owner");
	const list = sql.join(readers.map((role) => sql.id(role)));
	return db.transaction().execute(async (trx) => {
		// Two grants on one table at once are an error, so replicas take turns.
		await sql`lock table kysely_migration in share row exclusive mode`.execute(
			trx,
		);
		await sql`grant select on kysely_migration to ${list}`.execute(trx);
	});
}

function explain({ error, results }: MigrationResultSet): Error {
	const reason = String(error).replace(/^error: /i, "");
	const failed = results?.find(({ status }) => status === "Error");
	return failed
		? new Error(
				`Migration ${failed.migrationName} (${failed.direction.toLowerCase()}) failed: ${reason}`,
				{ cause: error },
			)
		: new Error(`The schema cannot be migrated: ${reason}`, { cause: error });
}
