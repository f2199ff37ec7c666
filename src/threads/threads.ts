import { type BegunThread, beginThread, ThreadEnded } from "./begin.ts";
import type { ThreadWork } from "./work.ts";

export type Threads = {
	/**
	 * Does the work of a file in a thread, with a copy of this input. Resolves
	 * with a copy of its answer when the thread is gone; rejects with what it
	 * threw, or with ThreadEnded: then nothing was done that it had not committed.
	 */
	run<Work extends ThreadWork>(
		file: URL,
		input: Parameters<Work>[1],
	): Promise<Awaited<ReturnType<Work>>>;
	/** Begins no more, gives those that run a while, and then ends them. */
	stop(): Promise<void>;
};

export type ThreadsOptions = {
	databaseUrl: string;
	/** At a time; more of them wait for their turn. */
	most?: number;
	/** After so long a thread is ended. */
	limitMs?: number;
	/** The while, when stopping. */
	drainMs?: number;
};

/** Longer than any thread runs. */
export const threadLimitMs = 300_000;

/**
 * Threads for what computes so long that Slack's requests would have to wait
 * for it. One that never ends, or runs out of memory, fails alone.
 */
export function createThreads({
	databaseUrl,
	most = 2,
	limitMs = threadLimitMs,
	drainMs = 10_000,
}: ThreadsOptions): Threads {
	const running = new Set<BegunThread>();
	const waiting: PromiseWithResolvers<void>[] = [];
	let free = most;
	let isStopping = false;

	async function takeTurn(): Promise<void> {
		if (isStopping) throw new ThreadEnded("stopping");
		if (free === 0) {
			const turn = Promise.withResolvers<void>();
			waiting.push(turn);
			return turn.promise;
		}
		free -= 1;
	}

	function giveTurn(): void {
		const next = waiting.shift();
		if (next) next.resolve();
		else free += 1;
	}

	async function answerOf(thread: BegunThread): Promise<unknown> {
		const limit = setTimeout(() => thread.end("too slow"), limitMs);
		running.add(thread);
		try {
			return await thread.answered;
		} finally {
			clearTimeout(limit);
			running.delete(thread);
		}
	}

	return {
		async run<Work extends ThreadWork>(
			file: URL,
			input: Parameters<Work>[1],
		): Promise<Awaited<ReturnType<Work>>> {
			await takeTurn();
			try {
				const answer = await answerOf(
					beginThread(file, { databaseUrl, input }),
				);
				return answer as Awaited<ReturnType<Work>>;
			} finally {
				giveTurn();
			}
		},
		async stop() {
			isStopping = true;
			for (const turn of waiting.splice(0))
				turn.reject(new ThreadEnded("stopping"));
			const threads = [...running];
			const drain = setTimeout(() => {
				for (const thread of threads) thread.end("stopping");
			}, drainMs);
			await Promise.allSettled(threads.map(({ answered }) => answered));
			clearTimeout(drain);
		},
	};
}
