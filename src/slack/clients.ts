import { LogLevel, WebClient } from "@slack/web-api";
import type { Cipher } from "../db/cipher.ts";
import { createSenderFetch } from "./sender-fetch.ts";

/** What a workspace's bot acts with. */
export type Installation = { workspaceId: string; sealedToken: Buffer };

export type SlackClients = {
	/** For views and look-ups: no retry, a short timeout, never used to post. */
	interactive(installation: Installation): WebClient;
	/**
	 * For the sender: no retry of its own, so nothing is posted twice, and no
	 * call that `mayBegin` no longer allows.
	 */
	sender(
		installation: Installation,
		timeoutMs: number,
		mayBegin?: () => boolean,
	): WebClient;
	/** With a token that is not stored yet. */
	withToken(token: string): WebClient;
};

/** Clients by workspace and token; a new token makes a new client. */
export function createSlackClients(options: {
	cipher: Cipher;
	apiUrl: string | undefined;
	/** Of an interactive call, in milliseconds. */
	timeout: number;
}): SlackClients {
	const base = {
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		allowAbsoluteUrls: false,
		// Its warnings would go to the console, past the log's allow-list.
		logLevel: LogLevel.ERROR,
		...(options.apiUrl && { slackApiUrl: options.apiUrl }),
	};
	const interactive = { ...base, timeout: options.timeout };
	const known = new Map<string, { seal: string; client: WebClient }>();
	const open = ({ workspaceId, sealedToken }: Installation) =>
		options.cipher.open(tokenPlace(workspaceId), sealedToken);

	return {
		interactive(installation) {
			const { workspaceId, sealedToken } = installation;
			const seal = sealedToken.toString("base64");
			const cached = known.get(workspaceId);
			if (cached?.seal === seal) return cached.client;
			const client = new WebClient(open(installation), interactive);
			known.set(workspaceId, { seal, client });
			return client;
		},
		sender: (installation, timeout, mayBegin) =>
			new WebClient(open(installation), {
				...base,
				timeout,
				fetch: createSenderFetch(mayBegin),
			}),
		withToken: (token) => new WebClient(token, interactive),
	};
}

export function tokenPlace(workspaceId: string) {
	return {
		workspaceId,
		table: "installation",
		column: "bot_token",
		id: workspaceId,
	};
}
