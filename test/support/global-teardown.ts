import { runSql } from "./database.ts";
import { removeServer } from "./servers.ts";
import { testServer } from "./test-server.ts";

/** Undoes global-setup.ts. */
export default async function tearDown(): Promise<void> {
	const { url, template, dataDir } = testServer();
	if (dataDir) await removeServer(dataDir);
	else await runSql(url, `drop database if exists ${template} with (force)`);
}
