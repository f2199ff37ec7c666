import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Kysely, PostgresDialect, sql } from "kysely";
import type pg from "pg";
import { openPool } from "../../src/db/pool.ts";
import {
	freshDatabase,
	runSql,
	type TestDatabase,
} from "../support/database.ts";

let database: TestDatabase;
beforeAll(async () => {
	database = await freshDatabase();
});
afterAll(() => database.drop());

test("every connection acts as the role", async () => {
	const pool = openPool(database.url, "mentor_app", { max: 3 });
	const roles = await Promise.all(
		Array.from({ length: 3 }, () => roleOf(pool)),
	);
	expect(roles).toEqual(["mentor_app", "mentor_app", "mentor_app"]);
	await pool.end();
});

test("a connection broken in use fails its query, and the next one works", async () => {
	const pool = openPool(database.url, "mentor_app", { max: 1 });
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	const broken = db.transaction().execute(async (trx) => {
		const { rows } = await sql<{
			pid: number;
		}>`select pg_backend_pid() as pid`.execute(trx);
		await runSql(database.url, `select pg_terminate_backend(${rows[0]?.pid})`);
		await sql`select 1`.execute(trx);
	});
	await expect(broken).rejects.toThrow();
	expect(await roleOf(pool)).toBe("mentor_app");
	await db.destroy();
});

test("a connection that cannot take the role does not fill the pool", async () => {
	const stranger = `stranger_${randomBytes(4).toString("hex")}`;
	await runSql(database.url, `create role ${stranger} login password 'x'`);
	const url = new URL(database.url);
	url.username = stranger;
	url.password = "x";
	const pool = openPool(url.href, "mentor_app", { max: 1 });
	await expect(roleOf(pool)).rejects.toThrow("permission denied");
	await expect(roleOf(pool)).rejects.toThrow("permission denied");
	await runSql(database.url, `grant mentor_app to ${stranger}`);
	expect(await roleOf(pool)).toBe("mentor_app");
	await pool.end();
	await runSql(database.url, `drop role ${stranger}`);
});

async function roleOf(pool: pg.Pool): Promise<string | undefined> {
	const { rows } = await pool.query<{ current_user: string }>(
		"select current_user",
	);
	return rows[0]?.current_user;
}
