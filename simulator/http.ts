import type { IncomingMessage, ServerResponse } from "node:http";

/** Files in an act of the page are the largest that come as text. */
const mostLetters = 20_000_000;

/** The whole body as text; throws when it is too large. */
export async function readBody(request: IncomingMessage): Promise<string> {
	return (await readBytes(request, mostLetters)).toString("utf8");
}

export async function readBytes(
	request: IncomingMessage,
	mostBytes: number,
): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of request) {
		size += chunk.length;
		if (size > mostBytes) throw new Error("The body is too large.");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
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
	body: string,
): void {
	response.writeHead(status, {
		"content-type": `${type}; charset=utf-8`,
		"cache-control": "no-store",
	});
	response.end(body);
}
