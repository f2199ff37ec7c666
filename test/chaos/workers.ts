import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { Random } from "../../simulator/demo/random.ts";

export type Workers = {
	/** kill -9 of one, if possible one that runs, and another in its place. */
	kill(): Promise<void>;
	/** SIGSTOP of one, and SIGCONT so many milliseconds later. */
	freeze(ms: number): void;
	/** Resolves when none is frozen any more. */
	thawed(): Promise<void>;
	/** Lets all of them stop as they should; throws when one did not. */
	stop(): Promise<void>;
	/** Ends what is still there, for good. */
	destroy(): void;
};

const script = path.join(import.meta.dirname, "worker.ts");

/** So many worker processes, of which `random` chooses the victims. */
export function startWorkers(
	count: number,
	env: Record<string, string>,
	random: Random,
): Workers {
	const all = new Set<ChildProcess>();
	const frozen = new Map<ChildProcess, Promise<void>>();
	let ending = false;

	function start() {
		const child = spawn(
			process.execPath,
			["--disable-warning=ExperimentalWarning", script],
			{ env, stdio: ["ignore", "ignore", "inherit"] },
		);
		child.once("exit", () => {
			all.delete(child);
			// As whatever runs them would: also one that could not start.
			if (!ending) start();
		});
		all.add(child);
	}
	function victim(): ChildProcess {
		const awake = [...all].filter((child) => !frozen.has(child));
		return random.pick(awake.length > 0 ? awake : [...all]);
	}

	for (let index = 0; index < count; index++) start();
	return {
		async kill() {
			const child = victim();
			const gone = once(child, "exit");
			child.kill("SIGKILL");
			await gone;
		},
		freeze(ms) {
			const child = victim();
			child.kill("SIGSTOP");
			const { promise, resolve } = Promise.withResolvers<void>();
			frozen.set(child, promise);
			setTimeout(() => {
				child.kill("SIGCONT");
				frozen.delete(child);
				resolve();
			}, ms);
		},
		async thawed() {
			await Promise.all(frozen.values());
		},
		async stop() {
			ending = true;
			const codes = [...all].map(async (child) => {
				const gone = once(child, "exit");
				child.kill("SIGTERM");
				const [code, signal] = await gone;
				// The signal itself ends one that has not come up yet.
				if (code !== 0 && signal !== "SIGTERM")
					throw new Error(`A worker stopped with ${code}.`);
			});
			await Promise.all(codes);
		},
		destroy() {
			ending = true;
			for (const child of all) child.kill("SIGKILL");
		},
	};
}
