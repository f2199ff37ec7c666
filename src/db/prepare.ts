import type { Logger } from "pino";
import type { Config } from "../config.ts";
import { StartProblems } from "../start-problems.ts";
import { openDatabase } from "./database.ts";
import { startEmbedded } from "./embedded.ts";
import { migrateToLatest, schemaState } from "./migrate.ts";

export type PreparedDatabase = { url: string; stop(): Promise<void> };

/** A database with the schema this version needs: the configured, or our own. */
export async function prepareDatabase(
	config: Pick<Config, "databaseUrl" | "dataDir" | "migrateOnStart">,
	log: Logger,
): Promise<PreparedDatabase> {
	const database = config.databaseUrl
		? { url: config.databaseUrl, stop: async () => {} }
		: await startEmbedded({
				dataDir: config.dataDir,
				log: (message) => log.info(message),
			});
	if (config.migrateOnStart) {
		const done = await migrateToLatest(database.url);
		if (done.length > 0)
			log.info({ migrations: done }, "schema brought up to date");
		return database;
	}
	const db = openDatabase(database.url, "mentor_app", { max: 1 });
	const { behind } = await schemaState(db).finally(() => db.destroy());
	if (behind)
		throw new StartProblems([
			{
				setting: "MIGRATE_ON_START",
				problem: "is no, and the schema of the database is too old",
				fix: "Run `npm run migrate -- up`, or set MIGRATE_ON_START to yes.",
			},
		]);
	return database;
}
