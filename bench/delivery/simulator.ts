import { until } from "../../test/support/until.ts";
import { type Arena, openDeps } from "../support/arena.ts";
import { createPosts } from "../support/fake-slack.ts";
import { printTable } from "../support/head.ts";
import { ledgerAt, startDelivery, unpaced } from "../support/ledger.ts";
import { rate, ratio, time } from "../support/numbers.ts";
import { startSimulator } from "../support/simulator.ts";
import { onSystem } from "../support/system.ts";

const people = 10;
const each = 5;

/** The same drain with real calls: HTTP, Slack's rules, and their answers. */
export async function benchSimulator(
	arena: Arena,
	messages: number,
): Promise<void> {
	const measure = (through: "post" | "simulator") =>
		onSystem(arena, ledgerAt(), async (system, { url, ...ground }) => {
			const places = await ground.addPlaces(messages / people / each, people);
			await system.enqueue(places, each);
			await ground.query("analyze");
			const slack = await startSimulator(places);
			const deps = openDeps(url, slack.apiUrl);
			const { clients } = createPosts(places, each);
			const began = performance.now();
			const delivery = startDelivery(
				through === "post" ? { ...deps, slack: clients } : deps,
				ground.senderDb,
				unpaced,
			);
			const rest = async () => {
				const left = await ground.query(
					"select from delivery where state <> 'sent' limit 1",
				);
				return left.length === 0;
			};
			await until("an end of it", rest, 110_000);
			const ms = performance.now() - began;
			await delivery.stop();
			await Promise.all([slack.stop(), deps.db.destroy()]);
			return ms;
		});
	const direct = await measure("post");
	const real = await measure("simulator");
	printTable(
		`Drain through the simulator: ${messages} messages, its limits off, in the same process`,
		["", "time", "a second", ""],
		[
			["a post that answers at once", direct],
			["the simulator", real],
		].map(([name, ms]) => [
			String(name),
			time(Number(ms)),
			rate(messages, Number(ms)),
			ratio(Number(ms), direct),
		]),
	);
}
