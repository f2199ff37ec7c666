import type { Arena } from "../support/arena.ts";
import { boss } from "../support/boss.ts";
import { createPosts } from "../support/fake-slack.ts";
import { printTable } from "../support/head.ts";
import { ledgerAt } from "../support/ledger.ts";
import { quantile, ratio, time } from "../support/numbers.ts";
import { type OpenSystem, onSystem } from "../support/system.ts";

type Size = { noisy: number; others: number };

/**
 * One workspace owes very much, and then many others owe ten messages each.
 * How long do the others wait, and how long would they wait without it?
 */
export async function benchNeighbour(arena: Arena, size: Size): Promise<void> {
	const rows: (string | number)[][] = [];
	for (const [name, open] of [
		["ledger", ledgerAt()],
		["pg-boss", boss],
	] as const) {
		const alone = await waits(arena, open, { ...size, noisy: 0 });
		const beside = await waits(arena, open, size);
		for (const [part, which] of [
			[0.5, "half of them"],
			[1, "all of them"],
		] as const) {
			const [first, second] = [quantile(alone, part), quantile(beside, part)];
			const cells = [time(first), time(second), ratio(second, first)];
			rows.push([name, which, ...cells]);
		}
	}
	printTable(
		`Noisy neighbour: ${size.noisy} messages of one workspace, then 10 of each of ${size.others} others, one process`,
		["", "the others served", "alone", "beside it", ""],
		rows,
	);
}

/** Milliseconds until each message of the others was posted. */
async function waits(
	arena: Arena,
	open: OpenSystem,
	{ noisy, others }: Size,
): Promise<number[]> {
	return onSystem(arena, open, async (system, ground) => {
		if (noisy > 0)
			await system.enqueue(await ground.addPlaces(1, noisy / 50), 50);
		const places = await ground.addPlaces(others, 10);
		await system.enqueue(places, 1);
		await ground.query("analyze");
		const posts = createPosts(places, 1);
		const began = performance.now();
		const working = system.work(posts);
		await posts.done;
		await working.stop();
		return places
			.flatMap(({ people }) => people)
			.flatMap((personId) => posts.times.get(personId) ?? [])
			.map((at) => at - began);
	});
}
