import { createHmac } from "node:crypto";

/** Bytes as Slack would send them: to be sent again, or tampered with. */
export type SlackRequest = {
	body: string;
	headers: Record<string, string>;
};

export type Answer = {
	status: number;
	body: string;
	/** Parsed; null when it is empty or no JSON. */
	json: unknown;
	/** From the first byte sent to the last one read. */
	ms: number;
};

/** Slack's payload for one request, before it is encoded and signed. */
export type Payload = Record<string, unknown>;

const form = "application/x-www-form-urlencoded";
const json = "application/json";

/** Encodes a payload as Slack does for its kind. */
export function encode(payload: Payload): { body: string; type: string } {
	if (payload.type === "event_callback" || payload.type === "url_verification")
		return { body: JSON.stringify(payload), type: json };
	const fields =
		typeof payload.type === "string"
			? { payload: JSON.stringify(payload) }
			: Object.fromEntries(
					Object.entries(payload).map(([name, value]) => [name, String(value)]),
				);
	return { body: new URLSearchParams(fields).toString(), type: form };
}

export type SignOptions = {
	secret: string;
	type?: string;
	/** Milliseconds since 1970. */
	now?: number;
};

/** Signs any body; `type` is its content type, a form's if left out. */
export function sign(body: string, options: SignOptions): SlackRequest {
	const { secret, type = form, now = Date.now() } = options;
	const timestamp = String(Math.floor(now / 1000));
	return {
		body,
		headers: {
			"content-type": type,
			"user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
			"x-slack-request-timestamp": timestamp,
			"x-slack-signature": `v0=${signature(secret, timestamp, body)}`,
		},
	};
}

/** The hex digits behind `v0=`. */
export function signature(secret: string, timestamp: string, body: string) {
	return createHmac("sha256", secret)
		.update(`v0:${timestamp}:${body}`)
		.digest("hex");
}

export function signed(payload: Payload, secret: string): SlackRequest {
	const { body, type } = encode(payload);
	return sign(body, { secret, type });
}

/** Posts to the bot's own port; `patience` is in milliseconds. */
export async function post(
	url: string,
	{ body, headers }: SlackRequest,
	{ method = "POST", patience = 15_000 } = {},
): Promise<Answer> {
	const began = performance.now();
	const response = await fetch(url, {
		method,
		headers,
		...(method === "POST" && { body }),
		signal: AbortSignal.timeout(patience),
	});
	const text = await response.text();
	return {
		status: response.status,
		body: text,
		json: parse(text),
		ms: performance.now() - began,
	};
}

/** The same bytes so many times at once. */
export function postAtOnce(
	url: string,
	request: SlackRequest,
	times: number,
): Promise<Answer[]> {
	const patience = 15_000;
	return Promise.all(
		Array.from({ length: times }, () => post(url, request, { patience })),
	);
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
