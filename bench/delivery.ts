import { benchDrain } from "./delivery/drain.ts";
import { benchEnqueue } from "./delivery/enqueue.ts";
import { benchNeighbour } from "./delivery/neighbour.ts";
import { benchPacing } from "./delivery/pacing.ts";
import { benchSimulator } from "./delivery/simulator.ts";
import type { Arena } from "./support/arena.ts";
import { runBench } from "./support/run.ts";

/** Fewer than a machine can serve at their rate, and perhaps more. */
const few = { workspaces: 40, each: 6 };
const many = { workspaces: 200, each: 6 };

/** How fast the ledger is, whether it keeps its pace, and whether it is fair. */
await runBench({
	enqueue: (arena: Arena, small: boolean) =>
		benchEnqueue(arena, small ? 2_000 : 100_000),
	drain: (arena, small) => benchDrain(arena, small ? 400 : 10_000),
	simulator: (arena, small) => benchSimulator(arena, small ? 100 : 2_000),
	pacing: async (arena, small) => {
		await benchPacing(arena, small ? { workspaces: 5, each: 2 } : few);
		if (!small) await benchPacing(arena, many);
	},
	neighbour: (arena, small) =>
		benchNeighbour(arena, {
			noisy: small ? 500 : 50_000,
			others: small ? 20 : 1_000,
		}),
});
