import {
	CompiledQuery,
	Kysely,
	PostgresDialect,
	sql,
	type Transaction,
} from "kysely";
import pg from "pg";
import { v7 } from "uuid";
import type { Schema } from "./schema.ts";

export type Db = Kysely<Schema>;
export type DatabaseRole = "mentor_owner" | "mentor_app" | "mentor_sender";

declare const workspaceBrand: unique symbol;

/** A transaction that sees one workspace; had only through `withWorkspace`. */
export type WorkspaceTrx = Transaction<Schema> & {
	readonly workspaceId: string;
	readonly [workspaceBrand]: true;
};

/**
 * A pool whose every connection acts as `role`, whatever the login may do.
 * A statement that takes over `statementMs` fails instead of holding a request.
 */
export function openDatabase(
	url: string,
	role: DatabaseRole,
	{ max = 10, statementMs = 5_000, connectMs = 2_000 } = {},
): Db {
	const pool = new pg.Pool({
		connectionString: url,
		max,
		connectionTimeoutMillis: connectMs,
		statement_timeout: statementMs,
		query_timeout: statementMs + 500,
		idle_in_transaction_session_timeout: 30_000,
	});
	// An idle connection that breaks is replaced at the next use; without a
	// listener the event would end the process.
	pool.on("error", () => {});
	return new Kysely<Schema>({
		dialect: new PostgresDialect({
			pool,
			onCreateConnection: async (connection) => {
				await connection.executeQuery(CompiledQuery.raw(`set role ${role}`));
			},
		}),
	});
}

/** Runs `work` in a transaction that reads and writes one workspace only. */
export function withWorkspace<T>(
	db: Db,
	workspaceId: string,
	work: (trx: WorkspaceTrx) => Promise<T>,
): Promise<T> {
	return db.transaction().execute(async (trx) => {
		await sql`select set_config('app.workspace_id', ${workspaceId}, true)`.execute(
			trx,
		);
		return work(Object.assign(trx, { workspaceId }) as WorkspaceTrx);
	});
}

/** Time-ordered ids made by the app (UUIDv7). */
export function newId(): string {
	return v7();
}
