import { type Kysely, PostgresDialect } from "kysely";
import type { CustomTypesConfig } from "pg";
import { v7 } from "uuid";
import { PipelinedDatabase, type PipelinedTransaction } from "./pipeline.ts";
import { openPool } from "./pool.ts";
import type { DatabaseRole } from "./roles.ts";
import type { Schema } from "./schema.ts";

export type Db = Kysely<Schema>;

declare const workspaceBrand: unique symbol;

/** A transaction that sees one workspace; had only through `withWorkspace`. */
export type WorkspaceTrx = PipelinedTransaction<Schema> & {
	readonly workspaceId: string;
	readonly [workspaceBrand]: true;
};

export type DatabaseOptions = {
	max?: number;
	statementMs?: number;
	connectMs?: number;
	/** How values are read; absent: as pg does. */
	types?: CustomTypesConfig;
};

/**
 * A pool whose every connection acts as `role`, whatever the login may do.
 * A statement that takes over `statementMs` fails instead of holding a request.
 */
export function openDatabase(
	url: string,
	role: DatabaseRole,
	{
		max = 10,
		statementMs = 10_000,
		connectMs = 10_000,
		types,
	}: DatabaseOptions = {},
): Db {
	const pool = openPool(url, role, {
		max,
		...(types && { types }),
		connectionTimeoutMillis: connectMs,
		statement_timeout: statementMs,
		query_timeout: statementMs + 500,
		idle_in_transaction_session_timeout: 30_000,
		// What is asked at once is sent at once, and answered in order.
		pipeline: true,
		// A new connection costs more than a request has time for.
		idleTimeoutMillis: 0,
	});
	return new PipelinedDatabase<Schema>(new PostgresDialect({ pool }));
}

/**
 * Runs `work` in a transaction that reads and writes one workspace only; in
 * the one that is there already when `db` is such a transaction.
 *
 * Its beginning costs no round trip of its own: it is sent ahead of the first
 * statement. Reads that are asked for together (`Promise.all`) share one, and
 * writes that nobody waits for (`trx.send`) cost none; everything is carried out
 * in the order of the calls.
 */
export async function withWorkspace<T>(
	db: Db | WorkspaceTrx,
	workspaceId: string,
	work: (trx: WorkspaceTrx) => Promise<T>,
): Promise<T> {
	if (isWorkspaceTrx(db)) {
		if (db.workspaceId !== workspaceId)
			throw new Error("A transaction sees one workspace.");
		return work(db);
	}
	if (!isPipelined(db)) throw new Error("`openDatabase` did not open this.");
	return db.pipeline({ "app.workspace_id": workspaceId }, (trx) =>
		work(Object.assign(trx, { workspaceId }) as WorkspaceTrx),
	);
}

const isWorkspaceTrx = (db: Db | WorkspaceTrx): db is WorkspaceTrx =>
	"workspaceId" in db;

const isPipelined = (db: Db): db is PipelinedDatabase<Schema> =>
	db instanceof PipelinedDatabase;

/** Time-ordered ids made by the app (UUIDv7). */
export function newId(): string {
	return v7();
}
