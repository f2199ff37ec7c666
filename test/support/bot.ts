import { pino } from "pino";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import type { World } from "../../simulator/world.ts";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type Timing, usualTiming } from "../../src/delivery/timing.ts";
import type { Patience } from "../../src/patience.ts";
import { freshDatabase } from "./database.ts";

export type Transport = "http" | "socket";

export type Running = {
	slack: Slack;
	databaseUrl: string;
	/** Where it takes signed requests; null by Socket Mode. */
	requestUrl: string | null;
	/** Every line the bot has logged, as JSON text. */
	logged: string[];
	stop(): Promise<void>;
};

export type BotOptions = {
	world?: World;
	transport?: Transport;
	/** "web" leaves the sender and the tick to another process. */
	role?: "all" | "web";
	/** Unset: a fresh clone of the template. */
	databaseUrl?: string;
	/** What a local Slack gave as its `snapshot`, to go on from. */
	snapshot?: string;
	now?: () => Date;
	/** Puts something before the local Slack; gives the address to use. */
	front?: (apiUrl: string) => Promise<string>;
	/** "Slack's": what takes too long is given up, as in use. */
	patience?: "Slack's" | "long";
	/** "slack": no more requests than Slack takes, and as slowly. */
	limits?: "slack" | "off";
};

// A machine that does too much at once may stop for a second.
const longPatience: Patience = {
	factsMs: 15_000,
	answerMs: 15_000,
	statementMs: 15_000,
	connectMs: 15_000,
	slackMs: 15_000,
};

/** Where Slack has no limits, nothing waits for them. */
const briskTiming: Timing = { ...usualTiming, idleMs: 20, gapSeconds: 0.01 };

/** The whole bot, told only by environment, against a local Slack. */
export async function startBot(options: BotOptions = {}): Promise<Running> {
	const { world = smallWorld, transport = "http", limits = "off" } = options;
	const isPatient = options.patience !== "Slack's";
	const database = options.databaseUrl
		? { url: options.databaseUrl, drop: async () => {} }
		: await freshDatabase();
	const slack = await startSlack({
		world,
		limits,
		...(options.snapshot !== undefined && { snapshot: options.snapshot }),
		...(isPatient && { patience: longPatience.answerMs }),
	});
	const result = readConfig({
		SLACK_BOT_TOKEN: world.teams.map(({ botToken }) => botToken).join(","),
		SLACK_API_URL: (await options.front?.(slack.apiUrl)) ?? slack.apiUrl,
		ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
		LOG_LEVEL: "debug",
		PORT: "0",
		ROLE: options.role ?? "all",
		...(transport === "http"
			? { SLACK_SIGNING_SECRET: world.signingSecret }
			: { SLACK_APP_TOKEN: world.appToken }),
	});
	if (!result.ok) throw new Error(JSON.stringify(result.problems));
	const logged: string[] = [];
	const log = pino(
		{ base: null },
		{ write: (line: string) => logged.push(line) },
	);
	const app = await createApp({
		config: result.config,
		databaseUrl: database.url,
		log,
		...(isPatient && { patience: longPatience }),
		...(options.now && { now: options.now }),
		...(limits === "off" && { timing: briskTiming }),
	});
	const { port } = await app.start();
	const requestUrl = port ? `http://127.0.0.1:${port}/slack/events` : null;
	if (requestUrl) slack.setRequestUrl(requestUrl);
	return {
		slack,
		databaseUrl: database.url,
		requestUrl,
		logged,
		async stop() {
			await app.stop();
			await slack.stop();
			await database.drop();
		},
	};
}
