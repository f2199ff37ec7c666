/**
 * A process that ticks as Mentor does and writes down when: one line of
 * milliseconds a tick. With "once" it stops after the first, else on SIGTERM.
 */
import { createTick } from "../../src/scheduler/tick.ts";
import { bareDeps } from "./bare-deps.ts";

const once = process.argv.includes("once");
const { deps, logged } = bareDeps();
const tick = createTick({
	deps,
	jobs: [
		{
			id: "test:write-down",
			run: async (_, now) => {
				process.stdout.write(`${now.getTime()}\n`);
				if (once) setImmediate(() => tick.stop());
			},
		},
	],
});
tick.start();
process.once("SIGTERM", async () => {
	await tick.stop();
	for (const line of logged) process.stderr.write(`${JSON.stringify(line)}\n`);
});
