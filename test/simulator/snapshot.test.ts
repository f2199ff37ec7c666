import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { WebClient } from "@slack/web-api";
import { startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { callApi } from "./call-api.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "slack-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function start(name = "state.json") {
	const said: string[] = [];
	const statePath = join(folder, name);
	const log = (line: string) => said.push(line);
	return {
		said,
		slack: await startSlack({ world: smallWorld, statePath, log }),
	};
}

test("conversations, files, homes and what is read outlive a restart", async () => {
	const { slack } = await start();
	await callApi(slack, "chat.postMessage", { channel: "U01ANA", text: "One" });
	const view = {
		type: "home",
		blocks: [{ type: "header", text: { type: "plain_text", text: "Home" } }],
	};
	await callApi(slack, "views.publish", { user_id: "U01ANA", view });
	await slack.person("T0ACME", "U02BEN").says("Two", "#mentoring");
	const client = new WebClient("xoxb-acme-simulator", {
		slackApiUrl: slack.apiUrl,
	});
	const { channel } = await client.conversations.open({ users: "U01ANA" });
	await client.filesUploadV2({
		channel_id: channel?.id ?? "",
		filename: "a.txt",
		content: "kept",
	});
	await slack.person("T0ACME", "U01ANA").file("a.txt");
	const before = slack.surface("T0ACME", "U01ANA");
	await slack.stop();
	expect(readdirSync(folder)).toEqual(["state.json"]);

	const { slack: again, said } = await start();
	const { version: _, ...after } = again.surface("T0ACME", "U01ANA");
	expect(before).toMatchObject(after);
	expect(said).toEqual([]);
	const kept = await again.person("T0ACME", "U01ANA").file("a.txt");
	expect(String(kept)).toBe("kept");
	const { body } = await callApi(again, "chat.postMessage", {
		channel: "U01ANA",
		text: "Three",
	});
	const last = before.conversations[0]?.messages.at(-1)?.ts ?? "";
	expect(Number(body.ts)).toBeGreaterThan(Number(last));
	await again.stop();
});

test.each([
	["{ not json", "Error"],
	['{"format":2}', "not a snapshot"],
	['{"format":1,"teams":{"T0ACME":{}}}', "not a snapshot"],
])("a file with %s starts empty and says so", async (content, reason) => {
	writeFileSync(join(folder, "bad.json"), content);
	const { slack, said } = await start("bad.json");
	expect(slack.person("T0ACME", "U01ANA").messages()).toEqual([]);
	expect(said.join()).toContain("starting empty");
	expect(said.join()).toContain(reason);
	await slack.stop();
});

test("a missing file starts empty and says so", async () => {
	const { slack, said } = await start("new/state.json");
	expect(said.join()).toContain("starting empty");
	await slack.stop();
	expect(readdirSync(join(folder, "new"))).toEqual(["state.json"]);
});
