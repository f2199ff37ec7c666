import { benchNeighbour } from "./delivery/neighbour.ts";
import { runBench } from "./support/run.ts";
await runBench({ n: (arena) => benchNeighbour(arena, { noisy: 10_000, others: 200 }) });
