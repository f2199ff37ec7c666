import { setTimeout as wait } from "node:timers/promises";

/** Asks again until there is something; fails after `deadline` milliseconds. */
export async function until<T>(
	what: string,
	look: () => Promise<T | undefined | false> | T | undefined | false,
	deadline = 15_000,
): Promise<T> {
	const end = performance.now() + deadline;
	for (;;) {
		const found = await look();
		if (found !== undefined && found !== false) return found;
		if (performance.now() > end) throw new Error(`There never was ${what}.`);
		await wait(5);
	}
}
