import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import {
	migrateDown,
	migrateToLatest,
	type SchemaState,
	schemaState,
} from "../../src/db/migrate.ts";
import { openPool } from "../../src/db/pool.ts";
import { dumpCatalog } from "../support/catalog.ts";
import {
	createDatabase,
	runSql,
	type TestDatabase,
} from "../support/database.ts";
import {
	hasPostgres15,
	servers,
	type ThrowAwayServer,
} from "../support/servers.ts";
import { testServer } from "../support/test-server.ts";

test(
	hasPostgres15
		? "Postgres 15 is among the servers"
		: "Postgres 15 is not installed here, so this ran on the embedded one only",
	() => {
		// Elsewhere than in CI the title has to do.
		expect(hasPostgres15 || process.env.CI === undefined).toBe(true);
	},
);

describe.each(servers)("on $name", ({ start }) => {
	let server: ThrowAwayServer;
	beforeAll(async () => {
		server = await start();
	}, 60_000);
	afterAll(() => server.stop());

	test("up, down and up again give the same schema", async () => {
		const { url } = await createDatabase(server.url);
		const names = await migrateToLatest(url);
		expect(names.length).toBeGreaterThan(0);
		const first = await catalogOf(url);

		expect(await migrateDown(url, "all")).toEqual(names.toReversed());
		const left = await catalogOf(url);
		expect(left.filter((line) => !line.includes("kysely_migration"))).toEqual(
			[],
		);

		expect(await migrateToLatest(url)).toEqual(names);
		expect(await catalogOf(url)).toEqual(first);
	});

	test("of replicas that start at once, one migrates and all succeed", async () => {
		const { url } = await createDatabase(server.url);
		const runs = await Promise.all(
			Array.from({ length: 6 }, () => migrateToLatest(url)),
		);
		const { known } = await stateOf(url);
		expect(runs.flat()).toEqual(known);
	});

	test("every role can read which schema it is", async () => {
		const { url } = await createDatabase(server.url);
		const fresh = await stateOf(url);
		expect(fresh).toMatchObject({ applied: [], behind: true, ahead: false });
		await migrateToLatest(url);
		for (const role of ["mentor_owner", "mentor_app", "mentor_sender"]) {
			const { applied, known, behind, ahead } = await stateOf(url, role);
			expect({ applied, behind, ahead }).toEqual({
				applied: known,
				behind: false,
				ahead: false,
			});
		}
	});
});

describe("with other migrations", () => {
	let database: TestDatabase;
	beforeAll(async () => {
		database = await createDatabase(testServer().url);
	});
	afterAll(() => database.drop());

	const table = (name: string) => `
		export const up = (db) =>
			db.schema.createTable("${name}").addColumn("id", "integer").execute();
		export const down = (db) => db.schema.dropTable("${name}").execute();`;
	const broken = `
		export const up = (db) => db.schema.dropTable("missing").execute();`;
	const oneWay = "export const up = async () => {};";

	test("a failing one is named, and none of its run remains", async () => {
		const { url } = database;
		await withFolder({ "1-a": table("a"), "2-b": broken }, async (folder) => {
			await expect(migrateToLatest(url, folder)).rejects.toThrow(
				/^Migration 2-b \(up\) failed: .*"missing"/,
			);
			const { applied, behind } = await stateOf(url, undefined, folder);
			expect({ applied, behind }).toEqual({ applied: [], behind: true });
		});
	});

	test("a newer schema is left alone, a diverged one refused", async () => {
		const { url } = database;
		const ours = { "1-a": table("a"), "2-b": table("b") };
		await withFolder({ ...ours, "3-c": table("c") }, (folder) =>
			migrateToLatest(url, folder),
		);
		await withFolder(ours, async (folder) => {
			expect(await migrateToLatest(url, folder)).toEqual([]);
			const { behind, ahead } = await stateOf(url, undefined, folder);
			expect({ behind, ahead }).toEqual({ behind: false, ahead: true });
			await expect(migrateDown(url, 1, folder)).rejects.toThrow("3-c");
		});
		const diverged = { ...ours, "3-d": table("d") };
		await withFolder(diverged, (folder) =>
			expect(migrateToLatest(url, folder)).rejects.toThrow("3-c"),
		);
	});

	test("down goes as many steps as asked, and says where it cannot", async () => {
		const { url } = database;
		const all = { "1-a": table("a"), "2-b": table("b"), "3-c": table("c") };
		await withFolder({ ...all, "4-d": oneWay }, async (folder) => {
			await migrateToLatest(url, folder);
			await expect(migrateDown(url, 1, folder)).rejects.toThrow(
				"Migration 4-d has no way down",
			);
		});
		await withFolder({ ...all, "4-d": table("d") }, async (folder) => {
			await runSql(url, "set role mentor_owner; create table d (id integer)");
			expect(await migrateDown(url, 2, folder)).toEqual(["4-d", "3-c"]);
			const { applied } = await stateOf(url, undefined, folder);
			expect(applied).toEqual(["1-a", "2-b"]);
			expect(await migrateDown(url, 9, folder)).toEqual(["2-b", "1-a"]);
		});
	});
});

async function catalogOf(url: string): Promise<string[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return await dumpCatalog(client);
	} finally {
		await client.end();
	}
}

async function stateOf(
	url: string,
	role = "none",
	folder?: string,
): Promise<SchemaState> {
	const pool = openPool(url, null, { max: 1 });
	const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
	try {
		await sql`set role ${sql.raw(role)}`.execute(db);
		return await schemaState(db, folder);
	} finally {
		await db.destroy();
	}
}

/** A folder of migrations for as long as `work` takes. */
async function withFolder<T>(
	files: Record<string, string>,
	work: (folder: string) => Promise<T>,
): Promise<T> {
	const folder = await mkdtemp(path.join(tmpdir(), "mentor-migrations-"));
	try {
		for (const [name, text] of Object.entries(files)) {
			await writeFile(path.join(folder, `${name}.ts`), text);
		}
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true });
	}
}
