/**
 * Posts to a response URL. Only Slack's own host is written to (or that of
 * the local Slack in use): the address arrives from outside.
 */
export async function postToResponseUrl(
	apiUrl: string | undefined,
	responseUrl: string,
	body: Record<string, unknown>,
): Promise<void> {
	const origin = URL.parse(responseUrl)?.origin;
	const expected = apiUrl
		? URL.parse(apiUrl)?.origin
		: "https://hooks.slack.com";
	if (!origin || origin !== expected)
		throw new Error("A response URL does not lead to Slack");
	const response = await fetch(responseUrl, {
		method: "POST",
		headers: { "content-type": "application/json; charset=utf-8" },
		body: JSON.stringify(body),
		redirect: "error",
		signal: AbortSignal.timeout(2_500),
	});
	if (!response.ok)
		throw new Error(`The response URL answered ${response.status}`);
}
