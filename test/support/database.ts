import { randomBytes } from "node:crypto";
import pg from "pg";
import { testServer } from "./test-server.ts";

export type TestDatabase = {
	url: string;
	/** Drops it, with whatever is still connected to it. */
	drop(): Promise<void>;
};

/**
 * A migrated, empty database of one's own, cloned from the run's template; for
 * a `beforeAll`, its `drop` for an `afterAll`.
 */
export function freshDatabase(): Promise<TestDatabase> {
	const { url, template } = testServer();
	return createDatabase(url, template);
}

/** A new database on a server, empty or cloned from `template`. */
export async function createDatabase(
	serverUrl: string,
	template = "template0",
): Promise<TestDatabase> {
	const name = `mentor_test_${randomBytes(8).toString("hex")}`;
	// Cheaper than through the log, for a database as small as ours.
	await runSql(
		serverUrl,
		`create database ${name} template ${template} strategy file_copy`,
	);
	const url = new URL(serverUrl);
	url.pathname = `/${name}`;
	return {
		url: url.href,
		drop: () =>
			runSql(serverUrl, `drop database if exists ${name} with (force)`),
	};
}

/** Runs one statement on a connection of its own. */
export async function runSql(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await client.query(statement);
	} finally {
		await client.end();
	}
}
