import { createHmac } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import type { SlackOptions } from "../../simulator/create-sim.ts";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { callApi } from "./call-api.ts";
import { type RawApp, type Received, startRawApp } from "./raw-app.ts";

let slack: Slack;
let app: RawApp;
afterEach(async () => {
	await slack.stop();
	await app.stop();
});

async function start(
	answer: Parameters<typeof startRawApp>[0],
	options: Partial<SlackOptions> = {},
) {
	app = await startRawApp(answer);
	slack = await startSlack({
		world: smallWorld,
		requestUrl: app.url,
		retries: [0, 5, 10],
		...options,
	});
}

const bodies = (received: Received[]) =>
	received.map(({ body }) => JSON.parse(body));

describe("an event", () => {
	test("is a signed envelope with its authorizations", async () => {
		await start((response) => response.end());
		await slack.sendEvent("T0GLOBEX", { type: "app_uninstalled" });
		const [{ headers, body } = { headers: {}, body: "" }] = app.received;
		const timestamp = headers["x-slack-request-timestamp"];
		const signature = createHmac("sha256", smallWorld.signingSecret)
			.update(`v0:${timestamp}:${body}`)
			.digest("hex");
		expect(headers["x-slack-signature"]).toBe(`v0=${signature}`);
		expect(headers["content-type"]).toBe("application/json");
		expect(JSON.parse(body)).toMatchObject({
			type: "event_callback",
			team_id: "T0GLOBEX",
			api_app_id: "A0MENTOR",
			event: { type: "app_uninstalled", event_ts: expect.any(String) },
			event_id: expect.stringMatching(/^EV/),
			event_time: expect.any(Number),
			authorizations: [
				{
					enterprise_id: null,
					team_id: "T0GLOBEX",
					user_id: "U0MENTOR",
					is_bot: true,
					is_enterprise_install: false,
				},
			],
		});
	});

	test("comes again, with the reason, until it is taken", async () => {
		await start((response) => {
			response.statusCode = app.received.length < 3 ? 500 : 200;
			response.end();
		});
		await slack.sendEvent("T0ACME", { type: "app_uninstalled" });
		const retries = app.received.map(({ headers }) => [
			headers["x-slack-retry-num"],
			headers["x-slack-retry-reason"],
		]);
		expect(retries).toEqual([
			[undefined, undefined],
			["1", "http_error"],
			["2", "http_error"],
		]);
		const ids = bodies(app.received).map(({ event_id }) => event_id);
		expect(new Set(ids).size).toBe(1);
	});

	test("is given up after three further tries", async () => {
		await start(() => {}, { patience: 20 });
		await slack.sendEvent("T0ACME", { type: "app_uninstalled" });
		expect(app.received).toHaveLength(4);
		expect(app.received[3]?.headers["x-slack-retry-reason"]).toBe(
			"http_timeout",
		);
	});

	test("does not come again when the app says so", async () => {
		await start((response) => {
			response.writeHead(500, { "x-slack-no-retry": "1" }).end();
		});
		await slack.sendEvent("T0ACME", { type: "app_uninstalled" });
		expect(app.received).toHaveLength(1);
	});

	test("comes twice or late on demand", async () => {
		await start((response) => response.end());
		slack.faults.add({ kind: "duplicate", method: "app_uninstalled" });
		await slack.sendEvent("T0ACME", { type: "app_uninstalled" });
		const [first, second] = bodies(app.received);
		expect(second).toEqual(first);

		slack.faults.add({ kind: "late", method: "tokens_revoked" });
		const late = slack.sendEvent("T0ACME", { type: "tokens_revoked" });
		await slack.sendEvent("T0ACME", { type: "app_uninstalled" });
		slack.faults.release();
		await late;
		const types = bodies(app.received).map(({ event }) => event.type);
		expect(types.slice(2)).toEqual(["app_uninstalled", "tokens_revoked"]);
	});
});

describe("what people do", () => {
	test("is told where the app may read", async () => {
		await start((response) => response.end());
		const ana = slack.person("T0ACME", "U01ANA");
		await ana.says("Hello <b> @ben");
		await ana.says("Not for the app", "#mentoring");
		await ana.opensHome();
		const [message, opened] = bodies(await app.has(2));
		expect(message.event).toMatchObject({
			type: "message",
			channel_type: "im",
			user: "U01ANA",
			text: "Hello &lt;b&gt; <@U02BEN|ben>",
			team: "T0ACME",
			channel: slack.surface("T0ACME", "U01ANA").conversations[0]?.id,
		});
		expect(opened.event).toMatchObject({
			type: "app_home_opened",
			user: "U01ANA",
			tab: "home",
		});
		expect(app.received).toHaveLength(2);
	});

	test("the app hears its own messages too", async () => {
		await start((response) => response.end());
		await callApi(slack, "chat.postMessage", { channel: "U01ANA", text: "Hi" });
		const [{ event }] = bodies(await app.has(1));
		expect(event).toMatchObject({ type: "message", bot_id: "B0MENTOR" });
	});

	test("a change of a person, a new person", async () => {
		await start((response) => response.end());
		await slack.updateUser("T0ACME", "U02BEN", { tz: "Europe/Rome" });
		await slack.addUser("T0ACME", {
			id: "U09NEW",
			name: "nina",
			real_name: "Nina New",
			tz: "Europe/Rome",
		});
		const [changed, joined] = bodies(app.received);
		expect(changed.event).toMatchObject({
			type: "user_change",
			user: { id: "U02BEN", tz: "Europe/Rome", deleted: false },
		});
		expect(joined.event).toMatchObject({
			type: "team_join",
			user: { id: "U09NEW", real_name: "Nina New" },
		});
		// The world given stays as it was.
		expect(smallWorld.teams[0]?.users).toHaveLength(8);
	});

	test("nobody deactivated does anything", async () => {
		await start((response) => response.end());
		const act = { type: "open_home" as const };
		expect(await slack.act("T0ACME", "U07OLD", act)).toEqual({
			ok: false,
			error: "This account is deactivated.",
		});
	});
});
