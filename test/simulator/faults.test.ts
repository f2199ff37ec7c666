import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { FaultKind } from "../../simulator/faults.ts";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { callApi } from "./call-api.ts";
import { startTiny } from "./tiny-app.ts";

let slack: Slack;
beforeEach(async () => {
	slack = await startSlack({ world: smallWorld, limits: "off" });
});
afterEach(() => slack.stop());

const args = { channel: "U01ANA", text: "Hello" };
const seen = () => slack.person("T0ACME", "U01ANA").messages().length;

/** What a client sees: the answer, or how it failed. */
async function post(patience = 10_000): Promise<unknown> {
	const body = JSON.stringify(args);
	const answer = fetch(`${slack.apiUrl}chat.postMessage`, {
		method: "POST",
		headers: {
			authorization: "Bearer xoxb-acme-simulator",
			"content-type": "application/json",
		},
		body,
		signal: AbortSignal.timeout(patience),
	});
	return answer.then(
		async (response) => {
			const text = await response.text();
			const { ok, error } = text.startsWith("{") ? JSON.parse(text) : {};
			return [response.status, ok ? "ok" : error];
		},
		(error: Error) => (error.name === "TimeoutError" ? "timeout" : "dropped"),
	);
}

const cases: [FaultKind, unknown, number][] = [
	["429", [429, "ratelimited"], 0],
	["500", [500, undefined], 0],
	["error", [200, "fatal_error"], 0],
	["hang", "timeout", 0],
	["500 after", [500, undefined], 1],
	["hang after", "timeout", 1],
	["drop after", "dropped", 1],
	["internal_error", [200, "internal_error"], 1],
];

test.each(cases)(
	"%s strikes once: %j, %d posted",
	async (kind, how, posted) => {
		slack.faults.add({ kind });
		expect(await post(how === "timeout" ? 200 : undefined)).toEqual(how);
		expect(seen()).toBe(posted);
		expect(await post()).toEqual([200, "ok"]);
		expect(seen()).toBe(posted + 1);
	},
);

test("a fault strikes only where it was asked for, as often as asked", async () => {
	const method = "chat.postMessage";
	const team = "T0GLOBEX";
	slack.faults.add({ kind: "500", method: "chat.update" });
	slack.faults.add({ kind: "500", method, team });
	slack.faults.add({ kind: "500", method, channel: "U02BEN" });
	slack.faults.add({ kind: "429", channel: "U01ANA", times: 2, retryAfter: 7 });
	const first = await callApi(slack, method, args);
	expect([first.status, first.retryAfter]).toEqual([429, "7"]);
	expect((await callApi(slack, method, args)).status).toBe(429);
	expect((await callApi(slack, method, args)).status).toBe(200);
	slack.faults.clear();
	const other = { ...args, channel: "U02BEN" };
	expect((await callApi(slack, method, other)).status).toBe(200);
});

test("an error of choice", async () => {
	slack.faults.add({ kind: "error", error: "account_inactive" });
	expect(await post()).toEqual([200, "account_inactive"]);
});

test("a call that is refused anyway leaves a fault for later", async () => {
	slack.faults.add({ kind: "drop after", method: "chat.postMessage" });
	const refused = await callApi(slack, "chat.postMessage", { channel: "C0" });
	expect(refused.body.ok).toBe(false);
	expect(await post()).toBe("dropped");
	expect(slack.exchanges().map(({ outcome }) => outcome)).toContain(
		"connection dropped",
	);
});

test("a click may arrive twice", async () => {
	let count = 0;
	const tiny = await startTiny("http", (app) => {
		app.command("/mentor", async ({ ack }) => {
			count += 1;
			await ack();
		});
	});
	tiny.slack.faults.add({ kind: "duplicate", method: "command" });
	await tiny.slack.person("T0ACME", "U01ANA").types("/mentor");
	await tiny.stop();
	expect(count).toBe(2);
});
