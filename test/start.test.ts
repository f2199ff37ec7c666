import { expect, test } from "@jest/globals";
import { settings } from "../src/config.ts";
import { runNode } from "./support/bot-process.ts";

type Env = Record<string, string>;

/** Milliseconds until a process has ended, and all it said. */
async function run(args: string[], env: Env) {
	const began = performance.now();
	const { output, ended } = runNode(args, env);
	const [code] = await ended;
	return { code, output: output(), ms: performance.now() - began };
}

test("the process says all of it, and ends within two seconds", async () => {
	const wrong = { PORT: "0x", LOG_LEVEL: "loud", DATABASE_URL: "nowhere" };
	const { code, output, ms } = await run(["src/main.ts"], wrong);
	expect(code).toBe(1);
	for (const line of [
		"SLACK_BOT_TOKEN is missing",
		"SLACK_SIGNING_SECRET is missing",
		"PORT is not valid",
		"LOG_LEVEL is not valid",
		"DATABASE_URL is not valid",
		settings.DATABASE_URL.fix,
	])
		expect(output).toContain(line);
	// On a busy machine everything is slow: a bare start is 40 ms on a calm one.
	const bare = await run(["--eval", "0"], {});
	expect(ms).toBeLessThan(Math.max(2_000, 50 * bare.ms));
});
