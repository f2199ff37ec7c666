import { createHmac } from "node:crypto";
import type { AppAnswer, AppCall, Transport } from "./call.ts";

type Options = {
	requestUrl: string;
	signingSecret: string;
	now: () => number;
	/** Milliseconds the app has to answer. */
	patience: number;
};

/** Signed requests, as Slack sends them to an app's request URL. */
export function createHttpTransport(options: Options): Transport {
	const { requestUrl, signingSecret, now, patience } = options;
	return async (call) => {
		const body = encode(call);
		const timestamp = String(Math.floor(now() / 1000));
		const signature = createHmac("sha256", signingSecret)
			.update(`v0:${timestamp}:${body}`)
			.digest("hex");
		try {
			const response = await fetch(requestUrl, {
				method: "POST",
				headers: {
					"content-type":
						call.type === "events_api"
							? "application/json"
							: "application/x-www-form-urlencoded",
					"user-agent": "Slackbot 1.0 (simulator)",
					"x-slack-request-timestamp": timestamp,
					"x-slack-signature": `v0=${signature}`,
					...(call.retry && {
						"x-slack-retry-num": String(call.retry.num),
						"x-slack-retry-reason": call.retry.reason,
					}),
				},
				body,
				redirect: "error",
				signal: AbortSignal.timeout(patience),
			});
			const text = await response.text();
			if (response.status === 200) return { ok: true, body: decode(text) };
			const noRetry = response.headers.get("x-slack-no-retry") === "1";
			return { ok: false, reason: "error", noRetry };
		} catch (error) {
			return { ok: false, reason: reasonOf(error) };
		}
	};
}

function encode(call: AppCall): string {
	if (call.type === "events_api") return JSON.stringify(call.payload);
	if (call.type === "interactive")
		return new URLSearchParams({
			payload: JSON.stringify(call.payload),
		}).toString();
	const fields = Object.entries(call.payload).map(
		([key, value]): [string, string] => [key, String(value)],
	);
	return new URLSearchParams(fields).toString();
}

/** The answer to a command may be plain text; all others are JSON. */
function decode(text: string): unknown {
	if (text === "") return null;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function reasonOf(error: unknown): Extract<AppAnswer, { ok: false }>["reason"] {
	const name =
		typeof error === "object" && error !== null && "name" in error
			? error.name
			: "";
	return name === "TimeoutError" ? "timeout" : "unreachable";
}
