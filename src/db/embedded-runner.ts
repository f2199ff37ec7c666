import { spawn } from "node:child_process";
import { chown, stat } from "node:fs/promises";
import type { PostgresBinaries } from "./embedded-binaries.ts";

export type Finished = { ok: boolean; output: string };

/** Runs Postgres' programs as someone Postgres accepts. */
export type Runner = {
	run(command: string, args: string[]): Promise<Finished>;
	/** Gives a file or folder, with all in it, to whom the programs run as. */
	own(path: string): Promise<void>;
};

type Identity = { uid: number; gid: number };

const nobody: Identity = { uid: 65_534, gid: 65_534 };

/**
 * Postgres refuses to run as root. As root its programs therefore run in a user
 * namespace, where they see themselves as user 1 (daemon or bin; initdb wants
 * one that has a name) while their files stay root's, so that any folder of
 * root's will do; where the system allows no
 * namespaces, as the user nobody, who must be able to enter `folder`.
 */
export async function chooseRunner(
	{ postgres }: PostgresBinaries,
	folder: string,
	uid = process.getuid?.(),
): Promise<Runner> {
	const plain = { run: runIn(folder), own: async () => {} };
	if (uid !== 0) return plain;

	const namespace = ["--user", "--map-user=1", "--"];
	const mapped: Runner = {
		run: (command, args) =>
			plain.run("unshare", [...namespace, command, ...args]),
		own: giveTo({ uid: 0, gid: 0 }),
	};
	if (await canWork(mapped, postgres, folder)) return mapped;

	const lowered: Runner = {
		run: runIn(folder, nobody),
		own: giveTo(nobody),
	};
	await chown(folder, nobody.uid, nobody.gid);
	if (await canWork(lowered, postgres, folder)) return lowered;
	throw new Error(
		`Postgres does not run as root, and neither a user namespace nor the user nobody can use ${folder} and ${postgres}. Start Mentor as an ordinary user, move it to a folder everyone may enter, or set DATABASE_URL.`,
	);

	function giveTo(identity: Identity): Runner["own"] {
		return async (path) => {
			if ((await stat(path)).uid === identity.uid) return;
			const owner = `${identity.uid}:${identity.gid}`;
			const { ok, output } = await plain.run("chown", ["-R", owner, path]);
			if (!ok) throw new Error(`${path} cannot change hands: ${output}`);
		};
	}
}

async function canWork(
	{ run }: Runner,
	postgres: string,
	folder: string,
): Promise<boolean> {
	const script = '"$0" --version && cd "$1" && test -w .';
	return (await run("/bin/sh", ["-c", script, postgres, folder])).ok;
}

function runIn(cwd: string, identity?: Identity): Runner["run"] {
	return (command, args) =>
		new Promise((resolve) => {
			const child = spawn(command, args, {
				cwd,
				...identity,
				// Our own surroundings hold secrets, and could change the cluster's
				// language or settings.
				env: { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
				// In a session of its own: Ctrl-C in the terminal is ours to handle.
				detached: true,
				stdio: ["ignore", "pipe", "pipe"],
			});
			let output = "";
			const keep = (chunk: Buffer) => {
				output += chunk;
			};
			child.stdout.on("data", keep);
			child.stderr.on("data", keep);
			child.on("error", (error) =>
				resolve({ ok: false, output: error.message }),
			);
			child.on("close", (code) => resolve({ ok: code === 0, output }));
		});
}
