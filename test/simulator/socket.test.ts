import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import WebSocket from "ws";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { callApi, codeOf } from "./call-api.ts";
import { startTiny } from "./tiny-app.ts";

let slack: Slack;
beforeEach(async () => {
	slack = await startSlack({ world: smallWorld });
});
afterEach(() => slack.stop());

const token = smallWorld.appToken;

async function connect(url: string) {
	const socket = new WebSocket(url);
	const [first] = await once(socket, "message");
	return { socket, first: JSON.parse(String(first)) };
}

async function link(): Promise<string> {
	const { body } = await callApi(slack, "apps.connections.open", {}, { token });
	return String(body.url);
}

test("a link needs the app token and is good once", async () => {
	expect(await codeOf(callApi(slack, "apps.connections.open"))).toBe(
		"invalid_auth",
	);
	expect(await codeOf(callApi(slack, "auth.test", {}, { token }))).toBe(
		"not_allowed_token_type",
	);
	const url = await link();
	expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link\/\?ticket=/);
	const { first } = await connect(url);
	expect(first).toMatchObject({
		type: "hello",
		num_connections: 1,
		connection_info: { app_id: "A0MENTOR" },
	});
	await expect(connect(url)).rejects.toThrow("401");
});

test("the eleventh connection is sent away", async () => {
	for (let i = 0; i < 10; i += 1) await connect(await link());
	const { first } = await connect(await link());
	expect(first).toEqual({ type: "disconnect", reason: "too_many_websockets" });
});

test("envelopes are answered by their id, on any of the connections", async () => {
	const { socket } = await connect(await link());
	const ana = slack.person("T0ACME", "U01ANA");
	const typed = ana.types("/mentor find");
	const [data] = await once(socket, "message");
	const envelope = JSON.parse(String(data));
	expect(envelope).toMatchObject({
		type: "slash_commands",
		accepts_response_payload: true,
		payload: { command: "/mentor", text: "find" },
	});
	socket.send("no json");
	socket.send(JSON.stringify({ envelope_id: "other" }));
	const { envelope_id } = envelope;
	socket.send(JSON.stringify({ envelope_id, payload: { text: "Found." } }));
	expect(await typed).toEqual({ ok: true });
	expect(ana.messages()).toEqual(["Found."]);
});

test("an event that is not acked comes again", async () => {
	await slack.stop();
	const [patience, retries] = [100, [0]];
	slack = await startSlack({ world: smallWorld, patience, retries });
	const { socket } = await connect(await link());
	const sent = slack.sendEvent("T0ACME", { type: "app_uninstalled" });
	const envelopes = [];
	for (const [data] of [
		await once(socket, "message"),
		await once(socket, "message"),
	])
		envelopes.push(JSON.parse(String(data)));
	socket.send(JSON.stringify({ envelope_id: envelopes[1].envelope_id }));
	await sent;
	expect(envelopes).toMatchObject([
		{ type: "events_api", retry_attempt: 0, retry_reason: "" },
		{ type: "events_api", retry_attempt: 1, retry_reason: "http_timeout" },
	]);
	expect(envelopes[1].payload).toEqual(envelopes[0].payload);
});

test("Bolt comes back after a refresh", async () => {
	const tiny = await startTiny("socket", (app) => {
		app.command("/mentor", ({ ack }) => ack("Back."));
	});
	try {
		tiny.slack.refreshSockets();
		expect(tiny.slack.isConnected()).toBe(false);
		await tiny.slack.connected();
		const ana = tiny.slack.person("T0ACME", "U01ANA");
		await ana.types("/mentor");
		await ana.sees("Back.");
	} finally {
		await tiny.stop();
	}
});
