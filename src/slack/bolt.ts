import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { Logger } from "pino";
import type { Config } from "../config.ts";
import type { Gate } from "./gate.ts";

export type Receiver = {
	start(): Promise<{ port: number | null }>;
	/** Takes no more requests and lets the running ones finish. */
	stop(): Promise<void>;
};

/** Bolt verifies and unwraps; every request then goes through the gate. */
export async function createReceiver(
	slack: Config["slack"],
	gate: Gate,
	log: Logger,
): Promise<Receiver> {
	const logger = boltLogger(log);
	const clientOptions = {
		...(slack.apiUrl && { slackApiUrl: slack.apiUrl }),
	};
	const { transport } = slack;
	const receiver =
		transport.kind === "socket"
			? new SocketModeReceiver({
					appToken: transport.appToken,
					logger,
					installerOptions: { clientOptions },
				})
			: new HTTPReceiver({
					signingSecret: transport.signingSecret,
					port: transport.port,
					logger,
				});
	const app = new App({
		receiver,
		logger,
		clientOptions,
		// Static, as the gate finds the installation itself: an authorize that
		// throws would let a submission close as if it had been saved.
		authorize: async () => ({}),
		convoStore: false,
		ignoreSelf: false,
		deferInitialization: true,
	});
	await app.init();
	app.use(async (args) => {
		const ack = "ack" in args ? args.ack : undefined;
		await gate.serve(args.body, async (body) => {
			await ack?.(body as never);
		});
	});
	return {
		async start() {
			const server = await app.start();
			const address =
				server && "address" in server && typeof server.address === "function"
					? server.address()
					: null;
			return {
				port: address && typeof address === "object" ? address.port : null,
			};
		},
		async stop() {
			await app.stop();
			await gate.idle();
		},
	};
}

/** Bolt's messages may carry bodies below `warn`: only these are kept. */
function boltLogger(log: Logger) {
	const nothing = () => {};
	const write =
		(level: "warn" | "error") =>
		(...parts: unknown[]) => {
			const [first] = parts;
			log[level]({ from: "bolt" }, String(first).slice(0, 200));
		};
	return {
		debug: nothing,
		info: nothing,
		warn: write("warn"),
		error: write("error"),
		setLevel: nothing,
		getLevel: () => LogLevel.WARN,
		setName: nothing,
	};
}
