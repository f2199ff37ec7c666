import type { Arena } from "../support/arena.ts";
import { boss } from "../support/boss.ts";
import { printTable } from "../support/head.ts";
import { ledgerAt } from "../support/ledger.ts";
import { rate, ratio, time } from "../support/numbers.ts";
import { type OpenSystem, onSystem } from "../support/system.ts";

/** Many messages in one transaction, ten to each person. */
export async function benchEnqueue(
	arena: Arena,
	messages: number,
): Promise<void> {
	const measure = (open: OpenSystem) =>
		onSystem(arena, open, async (system, ground) => {
			const places = await ground.addPlaces(1, messages / 10);
			const began = performance.now();
			await system.enqueue(places, 10);
			return performance.now() - began;
		});
	const bossMs = await measure(boss);
	const ledgerMs = await measure(ledgerAt());
	printTable(
		`Enqueue: ${messages} messages in one transaction`,
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
