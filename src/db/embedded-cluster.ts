import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PostgresBinaries } from "./embedded-binaries.ts";
import { isAlive } from "./embedded-postmaster.ts";
import type { Runner } from "./embedded-runner.ts";

export const superuser = "mentor";

/** The password that was made with the cluster. */
export function readPassword(cluster: string): Promise<string> {
	return readFile(path.join(cluster, "mentor.password"), "utf8");
}

/**
 * Makes the cluster, its password inside it. It is made under another name and
 * then moved, so that a process killed half way, or two at once, do no harm.
 *
 * Passwords (SCRAM) even on loopback: with `trust` every local user could
 * connect as superuser, which means to run programs as us.
 */
export async function createCluster(
	{ initdb }: PostgresBinaries,
	{ run, own }: Runner,
	cluster: string,
): Promise<void> {
	await removeHalfMade(cluster);
	const draft = `${cluster}.${process.pid}`;
	const passwordFile = `${draft}.password`;
	const password = randomBytes(24).toString("base64url");
	await writeFile(passwordFile, password, { mode: 0o600 });
	await own(passwordFile);
	const { ok, output } = await run(initdb, [
		`--pgdata=${draft}`,
		`--username=${superuser}`,
		`--pwfile=${passwordFile}`,
		"--auth=scram-sha-256",
		"--encoding=UTF8",
		...localeOf(await run(initdb, ["--version"])),
	]);
	if (!ok) {
		await rm(passwordFile, { force: true });
		throw new Error(`The embedded Postgres could not be set up: ${output}`);
	}
	await rename(passwordFile, path.join(draft, "mentor.password"));
	try {
		await rename(draft, cluster);
	} catch (error) {
		await rm(draft, { recursive: true, force: true });
		// Another process was faster: its cluster is as good as ours.
		if (!hasCluster(cluster)) throw error;
	}
}

export function hasCluster(cluster: string): boolean {
	return existsSync(path.join(cluster, "PG_VERSION"));
}

/** Text is sorted by code point on every system, without its libraries. */
function localeOf({ output }: { output: string }): string[] {
	const major = Number(/\) (\d+)/.exec(output)?.[1]);
	return major >= 17
		? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
		: ["--locale=C.UTF-8"];
}

async function removeHalfMade(cluster: string): Promise<void> {
	const folder = path.dirname(cluster);
	for (const name of await readdir(folder)) {
		const pid = /^cluster\.(\d+)/.exec(name)?.[1];
		if (pid && !isAlive(Number(pid))) {
			await rm(path.join(folder, name), { recursive: true, force: true });
		}
	}
}
