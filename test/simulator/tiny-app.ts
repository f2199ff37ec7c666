import { once } from "node:events";
import { createServer } from "node:net";
import {
	App,
	HTTPReceiver,
	type Logger,
	LogLevel,
	SocketModeReceiver,
} from "@slack/bolt";
import type { SlackOptions } from "../../simulator/create-sim.ts";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";

export type Transport = "http" | "socket";

/** What Bolt has to say of calls that the tests leave unanswered. */
const silent: Logger = {
	debug() {},
	info() {},
	warn() {},
	error() {},
	setLevel() {},
	getLevel: () => LogLevel.ERROR,
	setName() {},
};

export type Tiny = { slack: Slack; app: App; stop(): Promise<void> };

/**
 * A Bolt app of a few lines against the simulator, as Mentor runs: one process
 * for all workspaces, which finds the token by the team of each call.
 */
export async function startTiny(
	transport: Transport,
	define: (app: App) => void,
	options: Partial<SlackOptions> = {},
): Promise<Tiny> {
	const slack = await startSlack({
		world: smallWorld,
		limits: "off",
		...options,
	});
	const { world } = slack;
	const clientOptions = { slackApiUrl: slack.apiUrl };
	const port = transport === "http" ? await freePort() : 0;
	const receiver =
		transport === "http"
			? new HTTPReceiver({
					signingSecret: world.signingSecret,
					port,
					logger: silent,
					unhandledRequestHandler: () => {},
					unhandledRequestTimeoutMillis: 200,
				})
			: new SocketModeReceiver({
					appToken: world.appToken,
					logger: silent,
					// How long it waits before it connects again.
					clientPingTimeout: 50,
					installerOptions: { clientOptions },
				});
	const app = new App({
		receiver,
		clientOptions,
		logger: silent,
		authorize: async ({ teamId }) => {
			const team = world.teams.find(({ id }) => id === teamId);
			if (!team) throw new Error("an unknown workspace");
			const { botToken, botId, botUserId } = team;
			return { botToken, botId, botUserId, teamId: team.id };
		},
	});
	define(app);
	await app.start();
	if (transport === "http")
		slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
	return {
		slack,
		app,
		async stop() {
			await app.stop();
			await slack.stop();
		},
	};
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const address = probe.address();
	probe.close();
	await once(probe, "close");
	return typeof address === "object" && address ? address.port : 0;
}
