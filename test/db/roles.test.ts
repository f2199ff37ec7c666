import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { migrateToLatest } from "../../src/db/migrate.ts";
import { databaseRoles, ensureRoles } from "../../src/db/roles.ts";
import { createDatabase, runSql } from "../support/database.ts";
import { servers, type ThrowAwayServer } from "../support/servers.ts";

describe.each(servers)("on $name", ({ start }) => {
	let server: ThrowAwayServer;
	beforeAll(async () => {
		server = await start();
	}, 60_000);
	afterAll(() => server.stop());

	/** A database, and the login that owns it, with nothing of ours in place. */
	async function pristine(login: string, attributes: string) {
		for (const role of databaseRoles) {
			await runSql(server.url, `drop role if exists ${role}`);
		}
		await runSql(
			server.url,
			`create role ${login} login password 'x' ${attributes}`,
		);
		const database = await createDatabase(server.url);
		const name = new URL(database.url).pathname.slice(1);
		await runSql(server.url, `alter database ${name} owner to ${login}`);
		const url = new URL(database.url);
		url.username = login;
		url.password = "x";
		return { url: url.href, superUrl: database.url, drop: database.drop };
	}

	test("several databases prepared at once share three weak roles", async () => {
		const databases = await Promise.all(
			Array.from({ length: 3 }, () => createDatabase(server.url)),
		);
		const twice = [...databases, ...databases];
		await Promise.all(twice.map(({ url }) => prepare(url)));

		const [first] = databases;
		const roles = await query(
			first?.url ?? "",
			`select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole,
				has_schema_privilege(oid, 'public', 'usage') as usage,
				has_schema_privilege(oid, 'public', 'create') as create
				from pg_roles where rolname like 'mentor\\_%' order by rolname`,
		);
		const weak = {
			rolcanlogin: false,
			rolsuper: false,
			rolbypassrls: false,
			rolcreaterole: false,
			usage: true,
		};
		expect(roles).toEqual([
			{ rolname: "mentor_app", ...weak, create: false },
			{ rolname: "mentor_owner", ...weak, create: true },
			{ rolname: "mentor_sender", ...weak, create: false },
		]);
		await Promise.all(databases.map(({ drop }) => drop()));
	});

	test("a login that may make roles does all of it by itself", async () => {
		const { url, drop } = await pristine("maker", "createrole");
		await migrateToLatest(url);
		for (const role of databaseRoles) {
			await runSql(url, `set role ${role}`);
		}
		await drop();
	});

	test("a login that may not is told what an administrator runs", async () => {
		const { url, superUrl, drop } = await pristine("plain", "");
		const message = await prepare(url).then(
			() => "no error",
			(error: Error) => error.message,
		);
		const [first, ...statements] = message.split("\n");
		expect(first).toContain("An administrator of this database runs once:");
		expect(statements).toContain("  create role mentor_owner nologin;");
		expect(statements).toContain("  grant mentor_owner to plain;");

		await runSql(superUrl, statements.join("\n"));
		await migrateToLatest(url);
		await drop();
	});

	test("a role that policies would not bind is bound again", async () => {
		const { url, superUrl, drop } = await pristine("careful", "createrole");
		await prepare(url);
		await runSql(superUrl, "alter role mentor_app bypassrls superuser");
		await expect(prepare(url)).rejects.toThrow(
			"alter role mentor_app nosuperuser nobypassrls;",
		);
		await prepare(superUrl);
		await prepare(url);
		await drop();
	});

	test("nobody else may create in the schema", async () => {
		const { superUrl, drop } = await pristine("owner_of_old", "");
		// As in a database that was made before Postgres 15.
		await runSql(superUrl, "grant create on schema public to public");
		await prepare(superUrl);
		const [row] = await query(
			superUrl,
			"select has_schema_privilege('mentor_app', 'public', 'create') as create",
		);
		expect(row).toEqual({ create: false });
		await drop();
	});
});

async function prepare(url: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		await ensureRoles(client);
	} finally {
		await client.end();
	}
}

async function query(url: string, text: string): Promise<unknown[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		return (await client.query(text)).rows;
	} finally {
		await client.end();
	}
}
