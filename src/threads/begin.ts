import { Worker } from "node:worker_threads";
import type { ThreadData } from "./work.ts";

/** A thread that gave no answer. What it had not committed was not done. */
export class ThreadEnded extends Error {
	override name = "ThreadEnded";
	readonly code: "too slow" | "stopping" | "died";

	constructor(code: ThreadEnded["code"]) {
		super(`A thread ended without an answer: ${code}.`);
		this.code = code;
	}
}

export type BegunThread = {
	/** Settles when the thread is gone. */
	answered: Promise<unknown>;
	/** Ends it where it is; Postgres takes back what it had begun there. */
	end(why: ThreadEnded["code"]): void;
};

export function beginThread(
	file: URL,
	workerData: ThreadData<unknown>,
): BegunThread {
	const worker = new Worker(file, { workerData });
	const { promise, resolve, reject } = Promise.withResolvers<unknown>();
	let why: ThreadEnded["code"] = "died";
	let said: { answer: unknown } | { error: unknown } | null = null;
	worker.on("message", (answer) => {
		said = { answer };
	});
	worker.on("error", (error) => {
		said = { error };
	});
	worker.on("exit", () => {
		if (said && "answer" in said) resolve(said.answer);
		else reject(said ? said.error : new ThreadEnded(why));
	});
	return {
		answered: promise,
		end(reason) {
			why = reason;
			void worker.terminate();
		},
	};
}
