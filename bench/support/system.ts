import type { Arena, Ground, Place } from "./arena.ts";
import type { Posts } from "./fake-slack.ts";

/** One way to get messages sent: the ledger, or what it is compared with. */
export type System = {
	name: string;
	/** So many messages to each person, one transaction for each place. */
	enqueue(places: Place[], each: number): Promise<void>;
	/** Sends them; a process's worth of it. */
	work(posts: Posts): { stop(): Promise<void> };
	close(): Promise<void>;
};

export type OpenSystem = (ground: Ground) => Promise<System>;

/** Uses a system on a database of its own. */
export async function onSystem<T>(
	arena: Arena,
	open: OpenSystem,
	use: (system: System, ground: Ground) => Promise<T>,
): Promise<T> {
	const ground = await arena.open();
	try {
		const system = await open(ground);
		try {
			return await use(system, ground);
		} finally {
			await system.close();
		}
	} finally {
		await ground.close();
	}
}
