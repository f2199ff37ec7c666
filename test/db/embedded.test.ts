import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import pg from "pg";
import { startEmbedded } from "../../src/db/embedded.ts";
import { findBinaries } from "../../src/db/embedded-binaries.ts";
import { findPostmaster } from "../../src/db/embedded-postmaster.ts";
import { runSql } from "../support/database.ts";
import { makeDataDir, removeServer } from "../support/servers.ts";

let dataDir: string;
let cluster: string;
let holders: ChildProcess[];

beforeEach(async () => {
	dataDir = await makeDataDir();
	cluster = path.join(dataDir, "postgres/cluster");
	holders = [];
});
afterEach(async () => {
	for (const holder of holders) holder.kill("SIGKILL");
	await removeServer(dataDir);
});

const start = (port?: number) =>
	startEmbedded({
		dataDir,
		log: () => {},
		...(port !== undefined && { port }),
	});

test("starts in a folder only its owner may enter, stops, starts again", async () => {
	expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
	const first = await start();
	expect(first.adopted).toBe(false);
	await runSql(first.url, "create table kept as select 1 as one");
	await first.stop();
	await expect(connect(first.url)).rejects.toThrow("ECONNREFUSED");
	expect(await findPostmaster(cluster)).toBeUndefined();
	await first.stop();

	const second = await start();
	expect(second).toMatchObject({ url: first.url, adopted: false });
	await runSql(second.url, "select one from kept");
}, 60_000);

test("listens on loopback alone, and wants the password", async () => {
	const { url } = await start();
	const client = await connect(url);
	const { rows } = await client.query(
		`select name, setting from pg_settings where name in ('listen_addresses',
			'unix_socket_directories', 'server_encoding', 'TimeZone', 'fsync')`,
	);
	await client.end();
	const settings = rows.map(({ name, setting }) => [name, setting]);
	expect(Object.fromEntries(settings)).toEqual({
		listen_addresses: "127.0.0.1",
		unix_socket_directories: "",
		server_encoding: "UTF8",
		TimeZone: "UTC",
		fsync: "on",
	});

	const guess = new URL(url);
	guess.password = "mentor";
	await expect(connect(guess.href)).rejects.toThrow("password");
	const { mode } = await stat(path.join(cluster, "mentor.password"));
	expect(mode & 0o777).toBe(0o600);
}, 60_000);

describe("after a kill -9", () => {
	test("of our process, the next one adopts the running server", async () => {
		const holder = await hold();
		await runSql(holder.url, "create table kept as select 1 as one");
		const before = await findPostmaster(cluster);
		await kill(holder.process, "SIGKILL");

		const { url, adopted, stop } = await start();
		expect({ url, adopted }).toEqual({ url: holder.url, adopted: true });
		expect(await findPostmaster(cluster)).toEqual(before);
		await runSql(url, "select one from kept");
		await stop();
		expect(await findPostmaster(cluster)).toBeUndefined();
	}, 60_000);

	test("of Postgres, the next start keeps the data", async () => {
		const first = await start();
		await runSql(first.url, "create table kept as select 1 as one");
		const killed = await findPostmaster(cluster);
		process.kill(killed?.pid ?? 0, "SIGKILL");

		const second = await start();
		expect(second.adopted).toBe(false);
		await runSql(second.url, "select one from kept");
		expect((await findPostmaster(cluster))?.pid).not.toBe(killed?.pid);
	}, 60_000);

	test("a pid file that names somebody else does not stop a start", async () => {
		const first = await start();
		const pidFile = path.join(cluster, "postmaster.pid");
		const lines = (await readFile(pidFile, "utf8")).split("\n");
		await first.stop();
		await writeFile(pidFile, [process.pid, ...lines.slice(1)].join("\n"));
		expect(await findPostmaster(cluster)).toBeUndefined();

		const second = await start();
		expect(second).toMatchObject({ url: first.url, adopted: false });
	}, 60_000);
});

test("Ctrl-C reaches our process and not the server", async () => {
	const holder = await hold();
	// What a terminal does: the whole process group gets the signal.
	await kill(holder.process, "SIGINT", { group: true });
	await runSql(holder.url, "select 1");
}, 60_000);

test("two processes that start at once share one server", async () => {
	const [one, other] = await Promise.all([hold(), hold()]);
	expect(one.url).toBe(other.url);
	expect([one.adopted, other.adopted].sort()).toEqual([false, true]);
}, 60_000);

test("takes another port when the one of last time is taken", async () => {
	const first = await start();
	await first.stop();
	const port = Number(new URL(first.url).port);
	const squatter = createServer().listen(port, "127.0.0.1");
	await once(squatter, "listening");

	const second = await start();
	expect(new URL(second.url).port).not.toBe(String(port));
	await runSql(second.url, "select 1");
	await second.stop();
	await expect(start(port)).rejects.toThrow(`Port ${port} is taken`);
	squatter.close();
}, 60_000);

test("says what Postgres said when it cannot start", async () => {
	const first = await start();
	await first.stop();
	await writeFile(path.join(cluster, "PG_VERSION"), "9\n");
	await expect(start()).rejects.toThrow("initialized by PostgreSQL version 9");
}, 60_000);

test("says what to do where the package is missing", async () => {
	const missing = () => Promise.reject(new Error("Cannot find package"));
	await expect(findBinaries(missing)).rejects.toThrow(
		/not installed here\. Set DATABASE_URL to a Postgres 15 or newer/,
	);
	const odd = () => Promise.resolve({ postgres: 1 });
	await expect(findBinaries(odd)).rejects.toThrow("Set DATABASE_URL");
});

async function connect(url: string): Promise<pg.Client> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	return client;
}

/** Starts the server from another process. */
async function hold() {
	const script = path.join(
		import.meta.dirname,
		"../support/embedded-holder.ts",
	);
	const child = spawn(process.execPath, [script, dataDir], {
		detached: true,
		stdio: ["pipe", "pipe", "inherit"],
	});
	holders.push(child);
	const [line] = await once(createInterface(child.stdout), "line");
	const { url, adopted }: { url: string; adopted: boolean } = JSON.parse(line);
	return { process: child, url, adopted };
}

async function kill(
	child: ChildProcess,
	signal: NodeJS.Signals,
	{ group = false } = {},
): Promise<void> {
	const gone = once(child, "exit");
	const pid = child.pid ?? 0;
	process.kill(group ? -pid : pid, signal);
	await gone;
}
