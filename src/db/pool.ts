import pg from "pg";
import type { DatabaseRole } from "./roles.ts";

/**
 * A pool whose every connection acts as `role`, whatever the login may do;
 * null leaves it the login itself.
 *
 * A connection that breaks, also while a query holds it, only fails that query:
 * without the listeners it would end the process. A connection that cannot take
 * the role is closed: Kysely's own hook for new connections would leak it.
 */
export function openPool(
	connectionString: string,
	role: DatabaseRole | null,
	options: Omit<pg.PoolConfig, "connectionString" | "onConnect"> = {},
): pg.Pool {
	const pool = new pg.Pool({
		...options,
		connectionString,
		onConnect: async (client) => {
			client.on("error", () => {});
			if (role) await client.query(`set role ${role}`);
		},
	});
	pool.on("error", () => {});
	return pool;
}
