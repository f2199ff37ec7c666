import { afterAll, beforeAll, expect, test } from "@jest/globals";
import pg from "pg";
import { columns, globalTables } from "../../src/db/columns.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { readSchema, type SchemaFacts } from "../support/schema-facts.ts";

// A walk over the live schema: what it says holds for every later table too.

let database: TestDatabase;
let schema: SchemaFacts;
beforeAll(async () => {
	database = await freshDatabase();
	const client = new pg.Client({ connectionString: database.url });
	await client.connect();
	schema = await readSchema(client);
	await client.end();
});
afterAll(() => database.drop());

const isGlobal = (table: string) => Object.hasOwn(globalTables, table);
const isMigrator = (table: string) => table.startsWith("kysely_migration");
const classOf = (table: string, column: string): string | undefined => {
	const classes: Record<string, Record<string, string>> = columns;
	return classes[table]?.[column];
};

test("the migrator's tables and the list of exceptions are as expected", () => {
	const tables = schema.tables.map(({ table }) => table);
	expect(tables.length).toBeGreaterThan(3);
	expect(tables).toEqual(expect.arrayContaining(Object.keys(globalTables)));
	for (const reason of Object.values(globalTables)) {
		expect(reason.length).toBeGreaterThan(10);
	}
});

test("every table has a primary key", () => {
	const without = schema.tables.filter(({ hasPrimaryKey }) => !hasPrimaryKey);
	expect(without).toEqual([]);
});

test("the workspace is first in every primary and unique key", () => {
	const wrong = schema.keys.filter(
		({ table, columns: [first] }) =>
			first !== "workspace_id" && !isGlobal(table),
	);
	expect(wrong).toEqual([]);
});

test("every foreign key starts with the workspace on both sides", () => {
	const wrong = schema.foreignKeys.filter(
		(key) =>
			key.columns[0] !== "workspace_id" ||
			key.targetColumns[0] !== "workspace_id" ||
			(key.columns.length < 2 && !isGlobal(key.target)),
	);
	expect(schema.foreignKeys.length).toBeGreaterThan(0);
	expect(wrong).toEqual([]);
});

test("row level security binds the owner, too, on every table", () => {
	const open = schema.tables.filter(
		({ table, guarded, forced, policies, owner }) =>
			!isMigrator(table) &&
			!(guarded && forced && policies > 0 && owner === "mentor_owner"),
	);
	expect(open).toEqual([]);
});

test("every column has a class, and nothing else has one", () => {
	const live = schema.columns
		.filter(({ table }) => !isMigrator(table))
		.map(({ table, column }) => `${table}.${column}`);
	const classified = Object.entries(columns).flatMap(([table, classes]) =>
		Object.keys(classes).map((column) => `${table}.${column}`),
	);
	expect(classified.sort()).toEqual(live.sort());
});

test("private text and secrets are sealed, and nothing else is bytes", () => {
	const wrong = schema.columns.filter(({ table, column, type }) => {
		const isSealed = ["private", "secret"].includes(
			classOf(table, column) ?? "",
		);
		return isSealed !== (type === "bytea");
	});
	expect(wrong).toEqual([]);
});

test("ids that the app makes are uuids", () => {
	const linked = new Set(
		[
			...schema.keys.flatMap((key) => key.columns.map((c) => [key.table, c])),
			...schema.foreignKeys.flatMap((key) =>
				key.columns.map((column) => [key.table, column]),
			),
		].map(String),
	);
	const wrong = schema.columns.filter(
		({ table, column, type }) =>
			linked.has(`${table},${column}`) &&
			/_id$/.test(column) &&
			!isSlackId(column) &&
			type !== "uuid",
	);
	expect(wrong).toEqual([]);
});

/** Slack's ids are text: T..., E..., U... */
function isSlackId(column: string): boolean {
	return /^(team|enterprise|slack_\w+)_id$/.test(column);
}
