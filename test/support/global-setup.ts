import { migrateToLatest } from "../../src/db/migrate.ts";
import { createDatabase, runSql } from "./database.ts";
import { removeLeftoverServers, startServer } from "./servers.ts";
import { announceTestServer } from "./test-server.ts";

/**
 * One server for the whole run, that of DATABASE_URL or a fresh embedded one,
 * and in it one migrated database for the test files to clone.
 */
export default async function setUp(): Promise<void> {
	await removeLeftoverServers();
	const given = process.env.DATABASE_URL;
	const server = given
		? { url: given, dataDir: null, stop: async () => {} }
		: await startServer();
	try {
		const { url } = await createDatabase(server.url);
		await migrateToLatest(url);
		const template = new URL(url).pathname.slice(1);
		// A database is cloned only while nobody is connected to it.
		await runSql(
			server.url,
			`alter database ${template} with allow_connections false`,
		);
		announceTestServer({ url: server.url, template, dataDir: server.dataDir });
	} catch (error) {
		await server.stop();
		throw error;
	}
}
