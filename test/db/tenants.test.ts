import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { type DatabaseRole, databaseRoles } from "../../src/db/roles.ts";
import { loosenTables, type TenantTable } from "../support/any-row.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";

// What each role can reach in the live schema, table by table, with a row of
// two workspaces in each. It holds for every later table, too.

// The sender serves all workspaces: the ledger of messages with its lanes and
// gates, Homes to draw, and, to be told what is due, schedules and reports.
const ledger = ["delivery", "gate", "home_tab", "lane", "owed"];
const acrossWorkspaces: Record<
	DatabaseRole,
	{ read: string[]; write: string[] }
> = {
	mentor_owner: { read: [], write: [] },
	mentor_app: { read: [], write: [] },
	mentor_sender: { read: [...ledger, "report_due", "schedule"], write: ledger },
};

const [ours, theirs, third] = [randomUUID(), randomUUID(), randomUUID()];
let database: TestDatabase;
let client: pg.Client;
let tables: TenantTable[];

beforeAll(async () => {
	database = await freshDatabase();
	client = new pg.Client({ connectionString: database.url });
	await client.connect();
	tables = await loosenTables(client);
	for (const table of tables) {
		await client.query(table.insertFor(ours));
		await client.query(table.insertFor(theirs));
	}
});
afterAll(async () => {
	await client.end();
	await database.drop();
});

test("there are tables, and a superuser sees both rows of each", async () => {
	expect(tables.length).toBeGreaterThan(3);
	for (const { name } of tables) {
		const { rows } = await client.query(`select from ${name}`);
		expect([name, rows.length]).toEqual([name, 2]);
	}
});

describe.each(databaseRoles)("as %s", (role) => {
	const { read, write } = acrossWorkspaces[role];

	test("without a workspace there are no rows", async () => {
		for (const unset of [null, ""]) {
			const seen = await names(async (table) => {
				const result = await attempt(role, unset, `select from ${table.name}`);
				return result.rows > 0;
			});
			expect(seen).toEqual(read);
		}
	});

	test("with one, there are only its own rows", async () => {
		const crossing = await names(async ({ name }) => {
			const text = `select from ${name} where workspace_id <> '${ours}'`;
			return (await attempt(role, ours, text)).rows > 0;
		});
		expect(crossing).toEqual(read);
	});

	test("nothing can be inserted into another workspace", async () => {
		const crossing = await names(async (table) => {
			const { code } = await attempt(role, ours, table.insertFor(theirs));
			return code !== denied;
		});
		expect(crossing).toEqual([]);
	});

	test("nothing of another workspace can be changed or deleted", async () => {
		const crossing = await names(async ({ name }) => {
			const theirRows = `where workspace_id = '${theirs}'`;
			const update = `update ${name} set workspace_id = workspace_id ${theirRows}`;
			const changed = await attempt(role, ours, update);
			const gone = await attempt(
				role,
				ours,
				`delete from ${name} ${theirRows}`,
			);
			return changed.rows + gone.rows > 0;
		});
		expect(crossing).toEqual(write);
	});

	test("no row can be given to another workspace", async () => {
		const crossing = await names(async ({ name }) => {
			const text = `update ${name} set workspace_id = '${third}'
				where workspace_id = '${ours}'`;
			const { rows } = await attempt(role, ours, text);
			return rows > 0;
		});
		expect(crossing).toEqual(write);
	});
});

test("the app can do all of that inside its workspace", async () => {
	const refused = await names(async (table) => {
		const insert = await attempt("mentor_app", third, table.insertFor(third));
		const mine = `where workspace_id = '${ours}'`;
		const read = `select from ${table.name} ${mine}`;
		const { rows } = await attempt("mentor_app", ours, read);
		return insert.rows !== 1 || rows !== 1;
	});
	expect(refused).toEqual([]);
});

const denied = "42501";

/** The names of the tables for which it is so. */
async function names(
	isSo: (table: TenantTable) => Promise<boolean>,
): Promise<string[]> {
	const found: string[] = [];
	for (const table of tables) if (await isSo(table)) found.push(table.name);
	return found.sort();
}

/** Runs one statement as the role, and takes it back. */
async function attempt(
	role: DatabaseRole,
	workspaceId: string | null,
	text: string,
): Promise<{ rows: number; code?: unknown }> {
	await client.query("begin");
	try {
		if (workspaceId !== null) {
			const set = "select set_config('app.workspace_id', $1, true)";
			await client.query(set, [workspaceId]);
		}
		await client.query(`set local role ${role}`);
		return { rows: (await client.query(text)).rowCount ?? 0 };
	} catch (error) {
		const { code } = error as { code?: unknown };
		if (code !== denied) throw error;
		return { rows: 0, code };
	} finally {
		await client.query("rollback");
	}
}
