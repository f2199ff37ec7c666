import type { Slack } from "../../simulator/slack.ts";

export type ApiAnswer = {
	status: number;
	retryAfter: string | null;
	body: Record<string, unknown>;
};

/** One call of the Web API as a workspace's bot; JSON unless `form`. */
export async function callApi(
	slack: Slack,
	method: string,
	args: Record<string, unknown> = {},
	{ token = slack.world.teams[0]?.botToken, form = false } = {},
): Promise<ApiAnswer> {
	const entries = Object.entries(args).map(([key, value]): [string, string] => [
		key,
		typeof value === "object" ? JSON.stringify(value) : String(value),
	]);
	const response = await fetch(slack.apiUrl + method, {
		method: "POST",
		headers: {
			authorization: `Bearer ${token}`,
			"content-type": form
				? "application/x-www-form-urlencoded"
				: "application/json; charset=utf-8",
		},
		body: form ? new URLSearchParams(entries).toString() : JSON.stringify(args),
	});
	const text = await response.text();
	return {
		status: response.status,
		retryAfter: response.headers.get("retry-after"),
		body: text.startsWith("{") ? JSON.parse(text) : { text },
	};
}

/** The error code, or "ok". */
export async function codeOf(answer: Promise<ApiAnswer>): Promise<unknown> {
	const { body } = await answer;
	return body.ok === true ? "ok" : body.error;
}
