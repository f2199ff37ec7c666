import { pino } from "pino";
import type { Db } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";

/** Deps of what only looks at the clock, the log and perhaps the database. */
export function bareDeps(db?: Db) {
	const logged: Record<string, unknown>[] = [];
	const log = pino(
		{ base: null, level: "debug" },
		{ write: (line: string) => logged.push(JSON.parse(line)) },
	);
	const now = () => new Date();
	return { deps: { log, now, ...(db && { db }) } as Deps, logged };
}
