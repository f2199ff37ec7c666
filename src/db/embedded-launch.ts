import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import type { PostgresBinaries } from "./embedded-binaries.ts";
import { findPostmaster, isAlive } from "./embedded-postmaster.ts";
import type { Finished, Runner } from "./embedded-runner.ts";

/** What another moment or another port may mend. */
const passing = /still in use|already exists|address already in use/i;

/**
 * Starts the server and waits until it accepts connections. Not ok means that
 * it is worth another try; what is not throws, with the server's own words.
 */
export async function launch(
	{ pg_ctl }: PostgresBinaries,
	{ run, own }: Runner,
	cluster: string,
	{ durable, port }: { durable: boolean; port: number | undefined },
): Promise<Finished> {
	await own(cluster);
	await removeForeignPid(cluster);
	const settings = {
		port: await choosePort(cluster, port),
		listen_addresses: "127.0.0.1",
		unix_socket_directories: "",
		timezone: "UTC",
		log_timezone: "UTC",
		// No errors of statements, which may hold what people wrote: in Postgres'
		// order of severity "log" is above "error" and below "fatal".
		log_min_messages: "log",
		max_wal_size: "256MB",
		...(durable
			? {}
			: { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
	};
	const log = path.join(path.dirname(cluster), "server.log");
	await rename(log, `${log}.1`).catch(() => {});
	const { ok, output } = await run(pg_ctl, [
		"start",
		"--wait",
		`--pgdata=${cluster}`,
		`--log=${log}`,
		`--options=${Object.entries(settings)
			.map(([name, value]) => `-c ${name}=${value}`)
			.join(" ")}`,
	]);
	if (ok) return { ok, output };
	const words = await readFile(log, "utf8").catch(() => output);
	// It may be recovering for longer than pg_ctl waits, or be another process'.
	const worthAnotherTry = await findPostmaster(cluster);
	if (worthAnotherTry || passing.test(words)) return { ok, output: words };
	throw new Error(`The embedded Postgres does not start:\n${words}`);
}

/**
 * After a crash the pid file names a process that may have become anybody;
 * Postgres would take any living one for itself and refuse to start.
 */
async function removeForeignPid(cluster: string): Promise<void> {
	if (await findPostmaster(cluster)) return;
	const file = path.join(cluster, "postmaster.pid");
	const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
	// A dead one stays: by its shared memory Postgres finds backends left over.
	if (pid > 0 && isAlive(pid)) await rm(file);
}

/** The port of last time, or a free one when it is taken or there is none. */
async function choosePort(
	cluster: string,
	wanted: number | undefined,
): Promise<number> {
	if (wanted !== undefined) {
		if (await tryPort(wanted)) return wanted;
		throw new Error(`Port ${wanted} is taken by another program`);
	}
	const file = path.join(cluster, "mentor.port");
	const last = Number(await readFile(file, "utf8").catch(() => 0)) || 0;
	const port = (await tryPort(last)) ?? (await tryPort(0)) ?? 0;
	await writeFile(file, String(port));
	return port;
}

/** Listens for a moment; 0 tries any. The port, or undefined when taken. */
function tryPort(port: number): Promise<number | undefined> {
	return new Promise((resolve) => {
		const server = createServer();
		server.on("error", () => resolve(undefined));
		server.listen({ port, host: "127.0.0.1" }, () => {
			const address = server.address();
			const isBound = typeof address === "object" && address !== null;
			server.close(() => resolve(isBound ? address.port : undefined));
		});
	});
}
