import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { callApi } from "./call-api.ts";

let slack: Slack;
let now: number;
beforeEach(async () => {
	now = 1_800_000_000_000;
	slack = await startSlack({ world: smallWorld, now: () => now });
});
afterEach(() => slack.stop());

const post = (channel: string) =>
	callApi(slack, "chat.postMessage", { channel, text: "x" });

test("a message per second and channel, with a burst of three", async () => {
	for (let i = 0; i < 3; i += 1)
		expect((await post("U01ANA")).status).toBe(200);
	const limited = await post("U01ANA");
	expect(limited).toEqual({
		status: 429,
		retryAfter: "1",
		body: { ok: false, error: "ratelimited" },
	});
	expect((await post("U02BEN")).status).toBe(200);
	now += 1000;
	expect((await post("U01ANA")).status).toBe(200);
	expect((await post("U01ANA")).status).toBe(429);
	expect(slack.person("T0ACME", "U01ANA").messages()).toHaveLength(4);
});

test.each([
	["users.list", {}, 20, "3"],
	["conversations.list", {}, 20, "3"],
	["conversations.open", { users: "U01ANA" }, 50, "2"],
	["users.info", { user: "U01ANA" }, 100, "1"],
])("%s has its tier, per workspace", async (method, args, most, wait) => {
	for (let i = 0; i < most; i += 1)
		expect((await callApi(slack, method, args)).status).toBe(200);
	const limited = await callApi(slack, method, args);
	expect([limited.status, limited.retryAfter]).toEqual([429, wait]);
	const token = smallWorld.teams[1]?.botToken ?? "";
	expect((await callApi(slack, method, args, { token })).status).toBe(200);
	now += 60_000;
	expect((await callApi(slack, method, args)).status).toBe(200);
});
