import { setTimeout as sleep } from "node:timers/promises";

export type Loop = { stop(): Promise<void> };

/**
 * Calls `round` again and again, at once while there is work and after `idleMs`
 * when there was none. A round that fails is reported and tried again: a loop
 * never dies of one bad moment.
 */
export function startLoop(
	round: () => Promise<number>,
	{
		idleMs,
		onError,
	}: { idleMs: () => number; onError: (error: unknown) => void },
): Loop {
	const stopping = new AbortController();
	const { signal } = stopping;
	async function run(): Promise<void> {
		while (!signal.aborted) {
			const worked = await round().catch((error) => {
				onError(error);
				return 0;
			});
			if (worked === 0)
				await sleep(idleMs(), undefined, { signal }).catch(() => {});
		}
	}
	const running = run();
	return {
		async stop() {
			stopping.abort();
			await running;
		},
	};
}
