import type { DatabaseConfig } from "../config.ts";
import { startEmbedded } from "./embedded.ts";

/**
 * Does some work on the configured database. The embedded one is adopted when
 * it runs; one that was started for the work is stopped after it.
 */
export async function withServer<T>(
	config: DatabaseConfig,
	log: (message: string) => void,
	work: (url: string) => Promise<T>,
): Promise<T> {
	if (config.databaseUrl !== null) return work(config.databaseUrl);
	const server = await startEmbedded({ dataDir: config.dataDir, log });
	try {
		return await work(server.url);
	} finally {
		// One that ran already is in use by a bot, or waits for the next.
		if (!server.adopted) await server.stop();
	}
}
