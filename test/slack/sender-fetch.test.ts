import { once } from "node:events";
import {
	createServer,
	type IncomingMessage,
	type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { LogLevel, WebClient } from "@slack/web-api";
import { outcomeOf } from "../../src/delivery/outcome.ts";
import { createSenderFetch } from "../../src/slack/sender-fetch.ts";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

let answer: Answer;
let requests = 0;
let connections = 0;
const server = createServer((request, response) => {
	requests += 1;
	request.resume().once("end", () => answer(response, request));
});
server.on("connection", () => {
	connections += 1;
});
beforeAll(async () => {
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

function client(options: { mayBegin?: () => boolean; port?: number } = {}) {
	const { port = (server.address() as AddressInfo).port } = options;
	return new WebClient("xoxb-test", {
		slackApiUrl: `http://127.0.0.1:${port}/api/`,
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		logLevel: LogLevel.ERROR,
		timeout: 300,
		fetch: createSenderFetch(options.mayBegin),
	});
}

/** What the sender makes of it. */
const call = (web: WebClient) =>
	web.chat.postMessage({ channel: "D1", text: "Olá" }).then(
		({ ts }) => ({ is: "sent", ts }),
		(error: unknown) => outcomeOf(error),
	);

const write =
	(status: number, headers: Record<string, string>, body: string): Answer =>
	(response) =>
		response.writeHead(status, headers).end(body);
const json = (body: unknown) => write(200, {}, JSON.stringify(body));

const unreadable = { is: "unknown", reason: "UNREADABLE" };
const reset = { is: "unknown", reason: "ECONNRESET" };
const wait = (waitSeconds: number) => ({
	is: "limited",
	reason: "ratelimited",
	waitSeconds,
});

test.each<[string, Answer, unknown]>([
	["an answer", json({ ok: true, ts: "1.2" }), { is: "sent", ts: "1.2" }],
	["a page with 200", write(200, {}, "<html>Sorry</html>"), unreadable],
	["no object", write(200, {}, "null"), unreadable],
	["an empty answer", write(200, {}, ""), unreadable],
	[
		"half a body",
		(response) => {
			response.writeHead(200, { "content-length": "90" });
			response.write('{"ok": true,', () => response.destroy());
		},
		reset,
	],
	[
		"half a body, and then nothing more",
		(response) => response.writeHead(200).write('{"ok": true,'),
		{ is: "unknown", reason: "TIMEOUT" },
	],
	["a reset", ({ socket }) => socket?.resetAndDestroy(), reset],
	["a closed connection", ({ socket }) => socket?.destroy(), reset],
	["no answer", () => {}, { is: "unknown", reason: "TIMEOUT" }],
	[
		"5xx",
		write(503, {}, "Service Unavailable"),
		{ is: "unknown", reason: "slack_webapi_http_error" },
	],
	[
		"a way to somewhere else",
		write(302, { location: "/api/login" }, ""),
		{ is: "unknown", reason: "slack_webapi_http_error" },
	],
	["429", write(429, { "retry-after": "7" }, ""), wait(7)],
	["429 without a time", write(429, {}, ""), wait(30)],
	["429 with a date", write(429, { "retry-after": "Tue" }, ""), wait(30)],
	[
		"what Slack refuses",
		json({ ok: false, error: "invalid_blocks" }),
		{ is: "refused", reason: "invalid_blocks" },
	],
])("%s", async (_, how, outcome) => {
	answer = how;
	const before = requests;
	expect(await call(client())).toEqual(outcome);
	expect(requests - before).toBe(1);
});

test("the call arrives as it was meant", async () => {
	let seen: IncomingMessage["headers"] = {};
	answer = (response, request) => {
		seen = request.headers;
		json({ ok: true, ts: "1.2" })(response, request);
	};
	await call(client());
	expect(seen).toMatchObject({
		authorization: "Bearer xoxb-test",
		"content-type": "application/x-www-form-urlencoded",
		"content-length": String("channel=D1&text=Ol%C3%A1".length),
	});
});

/** A server of its own, with no connection kept from an earlier call. */
async function another() {
	const fresh = createServer().listen(0, "127.0.0.1");
	await once(fresh, "listening");
	const { port } = fresh.address() as AddressInfo;
	return { fresh, port };
}

test("nobody there: nothing has left the machine", async () => {
	const { fresh, port } = await another();
	fresh.close();
	await once(fresh, "close");
	expect(await call(client({ port }))).toMatchObject({
		is: "limited",
		reason: "ECONNREFUSED",
	});
});

test("too late is found out on a connection that stands", async () => {
	const { fresh, port } = await another();
	let asked = 0;
	fresh.on("request", () => {
		asked += 1;
	});
	const connected = once(fresh, "connection");
	const outcome = await call(client({ port, mayBegin: () => false }));
	expect(outcome).toEqual({ is: "not begun", reason: "too late" });
	const [socket] = await connected;
	if (!socket.closed) await once(socket, "close");
	expect(asked).toBe(0);
	fresh.close();
});

test("it is asked on a connection that was kept, too", async () => {
	answer = json({ ok: true, ts: "1.2" });
	await call(client());
	const before = { requests, connections };
	let asked = 0;
	const mayBegin = () => {
		asked += 1;
		return asked === 1;
	};
	const web = client({ mayBegin });
	expect((await call(web)).is).toBe("sent");
	expect((await call(web)).is).toBe("not begun");
	expect(requests).toBe(before.requests + 1);
	expect(connections).toBe(before.connections);
});
