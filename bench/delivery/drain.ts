import type { Arena } from "../support/arena.ts";
import { boss } from "../support/boss.ts";
import { createPosts } from "../support/fake-slack.ts";
import { printTable } from "../support/head.ts";
import { ledgerAt, unpaced } from "../support/ledger.ts";
import { rate, ratio, time } from "../support/numbers.ts";
import { type OpenSystem, onSystem } from "../support/system.ts";

const people = 20;

/** One message each to people of many workspaces, as fast as it goes. */
export async function benchDrain(
	arena: Arena,
	messages: number,
): Promise<void> {
	const measure = (open: OpenSystem) =>
		onSystem(arena, open, async (system, ground) => {
			const places = await ground.addPlaces(messages / people, people);
			await system.enqueue(places, 1);
			await ground.query("analyze");
			const posts = createPosts(places, 1);
			const began = performance.now();
			const working = system.work(posts);
			await posts.done;
			const ms = performance.now() - began;
			await working.stop();
			return ms;
		});
	const bossMs = await measure(boss);
	const ledgerMs = await measure(ledgerAt(unpaced));
	printTable(
		`Drain: ${messages} messages over ${messages / people} workspaces, no pace, one process`,
		["", "time", "a second", "time beside pg-boss"],
		[
			["ledger", ledgerMs],
			["pg-boss", bossMs],
		].map(([name, ms]) => [
			String(name),
			time(Number(ms)),
			rate(messages, Number(ms)),
			ratio(Number(ms), bossMs),
		]),
	);
}
