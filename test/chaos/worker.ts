import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { createLog } from "../../src/log.ts";
import { quickTiming } from "./quick-timing.ts";

/** The process of `src/main.ts` as a worker, only with shorter times. */
const result = readConfig(process.env);
if (!result.ok) throw new Error(JSON.stringify(result.problems));
const { config } = result;
const app = await createApp({
	config,
	databaseUrl: config.databaseUrl ?? "",
	log: createLog(config.logLevel),
	timing: quickTiming,
});
process.once("SIGTERM", async () => {
	await app.stop();
	process.exit(0);
});
await app.start();
