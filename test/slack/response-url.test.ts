import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readBody } from "../../simulator/http.ts";
import { postToResponseUrl } from "../../src/slack/response-url.ts";

const received: string[] = [];
let server: Server;
let origin: string;

beforeAll(async () => {
	server = createServer(async (request, response) => {
		if (request.url === "/elsewhere") {
			response.writeHead(307, { location: "http://127.0.0.1:1/stolen" }).end();
			return;
		}
		received.push(await readBody(request));
		response.writeHead(request.url === "/gone" ? 404 : 200).end();
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (typeof address === "object" && address)
		origin = `http://127.0.0.1:${address.port}`;
});
afterAll(() => {
	server.closeAllConnections();
	server.close();
});

const body = { text: "For Ana alone" };

test.each([
	["another host", "https://evil.example/services/T0/B0"],
	["another port", "https://hooks.slack.com:8443/commands/T0"],
	["Slack's name before another", "https://hooks.slack.com.evil.example/a"],
	["Slack's name as a user", "https://hooks.slack.com@evil.example/a"],
	["Slack's name in the path", "https://evil.example/hooks.slack.com"],
	["no encryption", "http://hooks.slack.com/commands/T0"],
	["another of Slack's hosts", "https://files.slack.com/commands/T0"],
	["this machine", "http://127.0.0.1:5432/"],
	["another scheme", "file:///etc/passwd"],
	["no address", "not a url"],
	["nothing", ""],
])("%s is refused", async (_why, url) => {
	await expect(postToResponseUrl(undefined, url, body)).rejects.toThrow(
		"does not lead to Slack",
	);
});

test("a local Slack's is taken while it is in use, and no other", async () => {
	const apiUrl = `${origin}/api/`;
	await postToResponseUrl(apiUrl, `${origin}/answers/1`, body);
	expect(received).toEqual([JSON.stringify(body)]);
	await expect(
		postToResponseUrl(apiUrl, "https://hooks.slack.com/a", body),
	).rejects.toThrow("does not lead to Slack");
	await expect(
		postToResponseUrl(undefined, `${origin}/answers/1`, body),
	).rejects.toThrow("does not lead to Slack");
});

test("it follows no redirect, and says when it was refused", async () => {
	const apiUrl = `${origin}/api/`;
	await expect(
		postToResponseUrl(apiUrl, `${origin}/elsewhere`, body),
	).rejects.toThrow();
	await expect(
		postToResponseUrl(apiUrl, `${origin}/gone`, body),
	).rejects.toThrow("404");
});
