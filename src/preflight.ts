import { WebClient } from "@slack/web-api";
import pg from "pg";
import { type Config, settings } from "./config.ts";
import type { Problem } from "./settings-reader.ts";

const limitMs = 1_200;

type Name = keyof typeof settings;

/**
 * Uses each setting once, side by side and briefly, so that a token Slack
 * refuses and a database that is away are reported together.
 */
export async function preflight(config: Config): Promise<Problem[]> {
	const { botTokens, transport } = config.slack;
	const found = await Promise.all([
		...botTokens.map((token) =>
			refusal(config, token, "SLACK_BOT_TOKEN", (client) => client.auth.test()),
		),
		...(transport.kind === "socket"
			? [
					refusal(config, transport.appToken, "SLACK_APP_TOKEN", (client) =>
						client.apps.connections.open({}),
					),
				]
			: []),
		config.databaseUrl ? databaseProblem(config.databaseUrl) : null,
	]);
	return found.filter((problem) => problem !== null);
}

async function refusal(
	{ slack }: Config,
	token: string,
	setting: Name,
	call: (client: WebClient) => Promise<unknown>,
): Promise<Problem | null> {
	const client = new WebClient(token, {
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		timeout: limitMs,
		...(slack.apiUrl && { slackApiUrl: slack.apiUrl }),
	});
	try {
		await call(client);
		return null;
	} catch (error) {
		const { code, data } = error as {
			code?: string;
			data?: { error?: string };
		};
		// Slack being busy says nothing about the token.
		if (code === "slack_webapi_rate_limited_error") return null;
		return data?.error
			? problem(setting, `is refused by Slack: ${data.error}`)
			: {
					setting: slack.apiUrl ? "SLACK_API_URL" : setting,
					problem: "could not be tried, because Slack does not answer",
					fix: "Check that this machine reaches Slack, by its proxy and firewall.",
				};
	}
}

async function databaseProblem(url: string): Promise<Problem | null> {
	const client = new pg.Client({
		connectionString: url,
		connectionTimeoutMillis: limitMs,
		query_timeout: limitMs,
	});
	client.on("error", () => {});
	try {
		await client.connect();
		await client.query("select 1");
		return null;
	} catch (error) {
		const { code, message } = error as { code?: string; message?: string };
		return problem("DATABASE_URL", `does not work: ${code || message}`);
	} finally {
		await client.end().catch(() => {});
	}
}

function problem(setting: Name, what: string): Problem {
	return { setting, problem: what, fix: settings[setting].fix };
}
