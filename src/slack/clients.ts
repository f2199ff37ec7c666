import { WebClient } from "@slack/web-api";
import type { Cipher } from "../db/cipher.ts";

/** What a workspace's bot acts with. */
export type Installation = { workspaceId: string; sealedToken: Buffer };

export type SlackClients = {
	/** For views and look-ups: one retry at most, never used to post. */
	interactive(installation: Installation): WebClient;
	/** For the sender: no retry of its own, so nothing is posted twice. */
	sender(installation: Installation): WebClient;
	/** With a token that is not stored yet. */
	withToken(token: string): WebClient;
};

/** Clients by workspace and token; a new token makes a new client. */
export function createSlackClients(options: {
	cipher: Cipher;
	apiUrl: string | undefined;
}): SlackClients {
	const base = {
		rejectRateLimitedCalls: true,
		allowAbsoluteUrls: false,
		...(options.apiUrl && { slackApiUrl: options.apiUrl }),
	};
	const interactive = { ...base, timeout: 2_000, retryConfig: { retries: 0 } };
	const sender = { ...base, timeout: 10_000, retryConfig: { retries: 0 } };

	function cached(settings: typeof interactive) {
		const clients = new Map<string, { seal: string; client: WebClient }>();
		return ({ workspaceId, sealedToken }: Installation): WebClient => {
			const seal = sealedToken.toString("base64");
			const known = clients.get(workspaceId);
			if (known?.seal === seal) return known.client;
			const token = options.cipher.open(tokenPlace(workspaceId), sealedToken);
			const client = new WebClient(token, settings);
			clients.set(workspaceId, { seal, client });
			return client;
		};
	}
	return {
		interactive: cached(interactive),
		sender: cached(sender),
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
