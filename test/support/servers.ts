import { existsSync, statfsSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded, stopEmbedded } from "../../src/db/embedded.ts";
import type { PostgresBinaries } from "../../src/db/embedded-binaries.ts";
import { isAlive } from "../../src/db/embedded-postmaster.ts";

export type ThrowAwayServer = {
	/** Of a superuser. */
	url: string;
	dataDir: string;
	/** Stops it and removes its files. */
	stop(): Promise<void>;
};

const folder15 = "/usr/lib/postgresql/15/bin";
export const hasPostgres15 = existsSync(`${folder15}/postgres`);

/** The oldest Postgres we support, where it is installed, and the embedded. */
export const servers: { name: string; start(): Promise<ThrowAwayServer> }[] = [
	{ name: "the embedded Postgres", start: () => startServer() },
];
if (hasPostgres15) {
	const binaries: PostgresBinaries = {
		initdb: `${folder15}/initdb`,
		pg_ctl: `${folder15}/pg_ctl`,
		postgres: `${folder15}/postgres`,
	};
	servers.push({ name: "Postgres 15", start: () => startServer(binaries) });
}

// The process is in the name, so that a later run knows what nobody uses.
const prefix = "mentor-test-postgres-";
const folder = hasRoom("/dev/shm") ? "/dev/shm" : tmpdir();

/**
 * Whether a folder in memory takes the servers. Hundreds of databases come and
 * go, a few at a time, each of some 500 files. On a disk with ext4 that costs up
 * to ten times as much, since it is slow to make files where others have just
 * been deleted.
 */
function hasRoom(inMemory: string): boolean {
	if (!existsSync(inMemory)) return false;
	const { bavail, bsize } = statfsSync(inMemory);
	return bavail * bsize > 2 ** 31;
}

/** A server for tests, in a new folder; quick, and not safe from power cuts. */
export async function startServer(
	binaries?: PostgresBinaries,
): Promise<ThrowAwayServer> {
	const dataDir = await makeDataDir();
	const { url } = await startEmbedded({
		dataDir,
		durable: false,
		log: () => {},
		...(binaries && { binaries }),
	});
	return { url, dataDir, stop: () => removeServer(dataDir) };
}

/** A folder for a server, which only its owner may enter. */
export function makeDataDir(): Promise<string> {
	return mkdtemp(path.join(folder, `${prefix}${process.pid}-`));
}

export async function removeServer(dataDir: string): Promise<void> {
	await stopEmbedded(dataDir);
	await rm(dataDir, { recursive: true, force: true });
}

/** Stops and removes the servers of test runs that were killed. */
export async function removeLeftoverServers(): Promise<void> {
	for (const name of await readdir(folder)) {
		if (!name.startsWith(prefix)) continue;
		const pid = Number.parseInt(name.slice(prefix.length), 10);
		if (!isAlive(pid)) await removeServer(path.join(folder, name));
	}
}
