import { once } from "node:events";
import {
	createServer,
	type IncomingHttpHeaders,
	type ServerResponse,
} from "node:http";

export type Received = { headers: IncomingHttpHeaders; body: string };

export type RawApp = {
	url: string;
	received: Received[];
	/** Resolves once this many requests have come. */
	has(count: number): Promise<Received[]>;
	stop(): Promise<void>;
};

/** An app without Bolt: notes what comes, answers what the test says. */
export async function startRawApp(
	answer: (response: ServerResponse, received: Received) => void,
): Promise<RawApp> {
	const received: Received[] = [];
	const listeners = new Set<() => void>();
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const one = {
			headers: request.headers,
			body: Buffer.concat(chunks).toString(),
		};
		received.push(one);
		answer(response, one);
		for (const listener of listeners) listener();
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	const port = typeof address === "object" && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/slack/events`,
		received,
		has: (count) =>
			new Promise((resolve) => {
				function look() {
					if (received.length < count) return;
					listeners.delete(look);
					resolve(received);
				}
				listeners.add(look);
				look();
			}),
		async stop() {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}
