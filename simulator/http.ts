import type { IncomingMessage, ServerResponse } from "node:http";

const mostBytes = 4_000_000;

/** The whole body as text; throws when it is larger than Slack would take. */
export async function readBody(request: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > mostBytes) throw new Error("The body is too large.");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString("utf8");
}

export function sendJson(
	response: ServerResponse,
	body: unknown,
	status = 200,
	headers: Record<string, string> = {},
): void {
	response.writeHead(status, {
		"content-type": "application/json; charset=utf-8",
		"cache-control": "no-store",
		...headers,
	});
	response.end(JSON.stringify(body));
}

export function sendText(
	response: ServerResponse,
	status: number,
	type: string,
	body: string | Buffer,
): void {
	response.writeHead(status, {
		"content-type": `${type}; charset=utf-8`,
		"cache-control": "no-store",
	});
	response.end(body);
}
