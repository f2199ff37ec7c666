import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import { v7 } from "uuid";
import { openPool } from "./pool.ts";
import type { DatabaseRole } from "./roles.ts";
import type { Schema } from "./schema.ts";

export type Db = Kysely<Schema>;

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
	const pool = openPool(url, role, {
		max,
		connectionTimeoutMillis: connectMs,
		statement_timeout: statementMs,
		query_timeout: statementMs + 500,
		idle_in_transaction_session_timeout: 30_000,
		// A new connection costs more than a request has time for.
		idleTimeoutMillis: 0,
	});
	return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
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
