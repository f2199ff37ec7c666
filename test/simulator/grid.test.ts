import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { callApi, codeOf } from "./call-api.ts";
import { type RawApp, startRawApp } from "./raw-app.ts";

/** A workspace of an Enterprise Grid org, and one with an old channel. */

let slack: Slack;
let app: RawApp;
beforeEach(async () => {
	app = await startRawApp((response) => response.end());
	const world = structuredClone(smallWorld);
	const [team] = world.teams;
	if (team) {
		team.enterpriseId = "E0ORG";
		team.channels?.push({
			id: "C0OLD",
			name: "old",
			members: ["U01ANA", "U0MENTOR"],
			isArchived: true,
		});
	}
	slack = await startSlack({ world, requestUrl: app.url });
});
afterEach(async () => {
	await slack.stop();
	await app.stop();
});

test("the org stands in commands, interactions and events", async () => {
	const ana = slack.person("T0ACME", "U01ANA");
	await ana.types("/mentor");
	await ana.usesShortcut("Find a mentor");
	await slack.sendEvent("T0ACME", { type: "app_uninstalled" });
	const [command, shortcut, event] = app.received.map(({ body }) => body);
	expect(Object.fromEntries(new URLSearchParams(command))).toMatchObject({
		enterprise_id: "E0ORG",
		is_enterprise_install: "false",
	});
	const payload = new URLSearchParams(shortcut).get("payload") ?? "";
	expect(JSON.parse(payload)).toMatchObject({
		team: { id: "T0ACME", enterprise_id: "E0ORG" },
		enterprise: { id: "E0ORG" },
		is_enterprise_install: false,
	});
	expect(JSON.parse(event ?? "")).toMatchObject({
		context_enterprise_id: "E0ORG",
		authorizations: [{ enterprise_id: "E0ORG", team_id: "T0ACME" }],
	});
	const { body } = await callApi(slack, "auth.test");
	expect(body.enterprise_id).toBe("E0ORG");
});

test("nothing is posted in an archived channel", async () => {
	const args = { channel: "C0OLD", text: "x" };
	expect(await codeOf(callApi(slack, "chat.postMessage", args))).toBe(
		"is_archived",
	);
	const list = await callApi(slack, "conversations.list", {
		exclude_archived: true,
	});
	expect(JSON.stringify(list.body)).not.toContain("C0OLD");
});
