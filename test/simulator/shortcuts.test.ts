import { afterEach, expect, test } from "@jest/globals";
import type { GlobalShortcut, MessageShortcut } from "@slack/bolt";
import { startTiny, type Tiny } from "./tiny-app.ts";

let tiny: Tiny;
afterEach(() => tiny.stop());

test("a global shortcut carries a trigger", async () => {
	let got: GlobalShortcut | undefined;
	tiny = await startTiny("socket", (app) => {
		app.shortcut<GlobalShortcut>("mentor:open", async ({ ack, body }) => {
			got = body;
			await ack();
		});
	});
	const ana = tiny.slack.person("T0ACME", "U01ANA");
	expect(await ana.usesShortcut("Find a mentor")).toEqual({ ok: true });
	expect(got).toMatchObject({
		type: "shortcut",
		callback_id: "mentor:open",
		user: { id: "U01ANA", username: "ana", team_id: "T0ACME" },
		team: { id: "T0ACME", domain: "acme" },
	});
	expect(got?.trigger_id).toBeTruthy();
});

test("a message shortcut carries the message, whoever wrote it", async () => {
	let got: MessageShortcut | undefined;
	tiny = await startTiny("http", (app) => {
		app.shortcut<MessageShortcut>(
			"agenda:add",
			async ({ ack, body, respond }) => {
				got = body;
				await ack();
				await respond({ text: "Added." });
			},
		);
	});
	const ben = tiny.slack.person("T0ACME", "U02BEN");
	await ben.says("A thought", "#mentoring");
	const ana = tiny.slack.person("T0ACME", "U01ANA");
	await ana.usesShortcut("Add to mentoring agenda", { on: /thought/ });
	await ana.sees("Added.");
	ben.sawNot("Added.");
	expect(got).toMatchObject({
		type: "message_action",
		callback_id: "agenda:add",
		channel: { id: "C0MENTORING", name: "mentoring" },
		message: { type: "message", user: "U02BEN", text: "A thought" },
	});
	expect(got?.message_ts).toBe(got?.message.ts);
});

test("one the manifest does not have is refused", async () => {
	tiny = await startTiny("http", () => {});
	const callback_id = "nothing";
	expect(
		await tiny.slack.act("T0ACME", "U01ANA", { type: "shortcut", callback_id }),
	).toEqual({ ok: false, error: "There is no such shortcut." });
});
