import { pino } from "pino";
import { createDeps } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Deps } from "../../src/deps.ts";
import type { Running } from "./bot.ts";

/** What a second process beside the bot works with: jobs, run by hand. */
export function workerDeps({ databaseUrl, slack }: Running): Deps {
	const result = readConfig({
		SLACK_BOT_TOKEN: "xoxb-worker",
		SLACK_API_URL: slack.apiUrl,
		SLACK_SIGNING_SECRET: "a-secret-of-the-worker",
		ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
	});
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	const log = pino({ level: "silent" });
	return createDeps({ config: result.config, databaseUrl, log });
}
