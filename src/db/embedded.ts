import { existsSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { findBinaries, type PostgresBinaries } from "./embedded-binaries.ts";
import {
	createCluster,
	hasCluster,
	readPassword,
	superuser,
} from "./embedded-cluster.ts";
import { launch } from "./embedded-launch.ts";
import { findPostmaster, stopPostmaster } from "./embedded-postmaster.ts";
import { chooseRunner } from "./embedded-runner.ts";

export type EmbeddedOptions = {
	/** The server's files are kept in a folder `postgres` in here. */
	dataDir: string;
	/** Listen here or fail; unset: a free port, kept from start to start. */
	port?: number;
	/** false: faster, but a power cut may spoil the data; for tests. */
	durable?: boolean;
	/** Unset: those of the optional npm package. */
	binaries?: PostgresBinaries;
	log(message: string): void;
};

export type EmbeddedServer = {
	/** Of the superuser, on 127.0.0.1, with the password. */
	url: string;
	/** It was running already, left by a process of ours that was killed. */
	adopted: boolean;
	/**
	 * Stops the server, started or adopted. Nobody counts who else uses it: a
	 * process that found it adopted and knows of another leaves it running.
	 */
	stop(): Promise<void>;
};

/** Starts the embedded Postgres of `dataDir`, or adopts it when it runs. */
export async function startEmbedded(
	options: EmbeddedOptions,
): Promise<EmbeddedServer> {
	const { dataDir, durable = true, port, log } = options;
	await mkdir(path.join(dataDir, "postgres"), { recursive: true });
	const folder = await realpath(path.join(dataDir, "postgres"));
	const cluster = path.join(folder, "cluster");
	let started = false;
	let problem: unknown;

	// A server that starts, recovers or stops needs a moment, and another process
	// of ours may be at the same: look, act, look again, for about a minute.
	for (let turn = 0; turn < 300; turn++) {
		const running = await findPostmaster(cluster);
		if (running) {
			const url = urlOf(running.port, await readPassword(cluster));
			problem = await connectionProblem(url);
			if (problem === undefined) {
				const verb = started ? "Started" : "Adopted";
				log(`${verb} the embedded Postgres on port ${running.port}`);
				const stop = () => stopPostmaster(cluster);
				return { url, adopted: !started, stop };
			}
		} else {
			const { ok, output } = await start();
			problem = output;
			started ||= ok;
			if (ok) continue;
		}
		await pause(200);
	}
	throw new Error(`The embedded Postgres in ${cluster} does not answer`, {
		cause: problem,
	});

	async function start() {
		const binaries = options.binaries ?? (await findBinaries());
		const runner = await chooseRunner(binaries, folder);
		if (!hasCluster(cluster)) {
			log("Setting up the embedded Postgres");
			await createCluster(binaries, runner, cluster);
		}
		return launch(binaries, runner, cluster, { durable, port });
	}
}

/** Stops the server of `dataDir` if it runs, whoever started it. */
export async function stopEmbedded(dataDir: string): Promise<void> {
	const folder = path.join(dataDir, "postgres");
	if (!existsSync(folder)) return;
	await stopPostmaster(path.join(await realpath(folder), "cluster"));
}

function urlOf(port: number, password: string): string {
	return `postgres://${superuser}:${password}@127.0.0.1:${port}/postgres`;
}

async function connectionProblem(connectionString: string): Promise<unknown> {
	const client = new pg.Client({
		connectionString,
		connectionTimeoutMillis: 5_000,
	});
	// The server may go away between our two calls; that is a problem as well.
	let problem: unknown;
	client.on("error", (error) => {
		problem = error;
	});
	try {
		await client.connect();
		await client.end();
	} catch (error) {
		problem = error;
	}
	return problem;
}
