import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { errorCode } from "./error-code.ts";

export type Postmaster = { pid: number; port: number };

/**
 * The server that runs on this cluster, or undefined. The pid file alone proves
 * nothing: after a crash its number may belong to anybody, in a container very
 * likely to ourselves. The process must name the cluster in its command line.
 */
export async function findPostmaster(
	cluster: string,
): Promise<Postmaster | undefined> {
	const file = path.join(cluster, "postmaster.pid");
	const text = await readFile(file, "utf8").catch(() => "");
	const [pid, , , port] = text.split("\n").map(Number);
	if (!pid || !port || !isAlive(pid)) return undefined;
	const isOurs = (await commandLineOf(pid)).includes(cluster);
	return isOurs ? { pid, port } : undefined;
}

/** Fast shutdown; returns when the server is gone. */
export async function stopPostmaster(cluster: string): Promise<void> {
	const running = await findPostmaster(cluster);
	if (!running) return;
	// What `pg_ctl stop -m fast` sends; it works without knowing as whom and
	// with which programs the server was started.
	try {
		process.kill(running.pid, "SIGINT");
	} catch (error) {
		if (isAlive(running.pid)) throw error;
	}
	for (let waited = 0; waited < 60_000; waited += 20) {
		const still = await findPostmaster(cluster);
		if (still?.pid !== running.pid) return;
		await pause(20);
	}
	throw new Error(`The Postgres in ${cluster} does not stop`);
}

export function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return errorCode(error) === "EPERM";
	}
}

async function commandLineOf(pid: number): Promise<string> {
	try {
		// Small images have no ps, other systems no /proc.
		return process.platform === "linux"
			? await readFile(`/proc/${pid}/cmdline`, "utf8")
			: (await promisify(execFile)("ps", ["-o", "args=", "-p", `${pid}`]))
					.stdout;
	} catch {
		return "";
	}
}
