import { explainProblems, readConfig } from "./config.ts";

const result = readConfig(process.env);
if (!result.ok) {
	process.stderr.write(explainProblems(result.problems));
	process.exit(1);
}
// Only now, so that wrong settings are told before everything is loaded.
const { run } = await import("./run.ts");
await run(result.config);
