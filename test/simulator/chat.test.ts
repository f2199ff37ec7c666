import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { callApi, codeOf } from "./call-api.ts";

let slack: Slack;
beforeEach(async () => {
	slack = await startSlack({ world: smallWorld, limits: "off" });
});
afterEach(() => slack.stop());

const call = (method: string, args: Record<string, unknown> = {}) =>
	callApi(slack, method, args);
const code = (method: string, args: Record<string, unknown> = {}) =>
	codeOf(call(method, args));

async function post(extra: Record<string, unknown> = {}) {
	const args = { channel: "U01ANA", text: "Hello", ...extra };
	const { body } = await call("chat.postMessage", args);
	return { channel: String(body.channel), ts: String(body.ts) };
}

describe("chat.postMessage", () => {
	test("answers with the message; ts rise and are never the same", async () => {
		const all = [];
		for (let i = 0; i < 5; i += 1) all.push(await post());
		const stamps = all.map(({ ts }) => ts);
		expect(stamps).toEqual([...new Set(stamps)].sort());
		expect(stamps[0]).toMatch(/^\d{10}\.\d{6}$/);
		const { body } = await call("chat.postMessage", {
			channel: all[0]?.channel,
			text: "Hello",
			blocks: [{ type: "divider" }],
		});
		expect(body.message).toMatchObject({
			type: "message",
			user: "U0MENTOR",
			bot_id: "B0MENTOR",
			app_id: "A0MENTOR",
			team: "T0ACME",
			text: "Hello",
			ts: body.ts,
			blocks: [{ type: "divider", block_id: expect.any(String) }],
		});
	});

	test("takes blocks as JSON in a form", async () => {
		const args = {
			channel: "U01ANA",
			text: "x",
			blocks: [{ type: "header", text: { type: "plain_text", text: "Hey" } }],
		};
		const answer = callApi(slack, "chat.postMessage", args, { form: true });
		expect(await codeOf(answer)).toBe("ok");
		expect(slack.person("T0ACME", "U01ANA").messages()).toEqual(["Hey"]);
	});

	test.each([
		[{ channel: "C0" }, "channel_not_found"],
		[{ channel: "U0" }, "channel_not_found"],
		[{ channel: "U07OLD" }, "user_disabled"],
		[{ channel: "C0GENERAL" }, "not_in_channel"],
		[{ channel: "" }, "invalid_arguments"],
		[{ text: "" }, "no_text"],
		[{ text: "x".repeat(5000) }, "msg_too_long"],
		[{ blocks: "[not json" }, "invalid_blocks_format"],
		[{ thread_ts: "1.1" }, "cannot_reply_to_message"],
	])("refuses %j with %s", async (extra, error) => {
		const args = { channel: "U01ANA", text: "Hello", ...extra };
		expect(await code("chat.postMessage", args)).toBe(error);
		expect(slack.person("T0ACME", "U01ANA").messages()).toEqual([]);
	});

	test("says what is wrong with blocks, and so does blocks.validate", async () => {
		const text = { type: "mrkdwn", text: "x".repeat(3001) };
		const blocks = [{ type: "section", text }];
		const args = { channel: "U01ANA", text: "x", blocks };
		const { body } = await call("chat.postMessage", args);
		expect(body.error).toBe("invalid_blocks");
		const { messages } = body.response_metadata as { messages: string[] };
		expect(messages.at(-1)).toMatch(
			/^\[ERROR\] .+ \[json-pointer:\/blocks\/0\/text\/text\]$/,
		);
		const validated = await call("blocks.validate", { blocks });
		expect(validated.body.errors).toContainEqual(
			expect.objectContaining({ pointer: "/blocks/0/text/text" }),
		);
		const fine = [{ type: "divider" }];
		expect(await code("blocks.validate", { blocks: fine })).toBe("ok");
		expect(await code("blocks.validate")).toBe("invalid_arguments");
	});
});

describe("later", () => {
	test("chat.update changes the app's own message only", async () => {
		const mine = await post();
		expect(await code("chat.update", { ...mine, text: "New" })).toBe("ok");
		const ana = slack.person("T0ACME", "U01ANA");
		expect(ana.messages()).toEqual(["New"]);
		await ana.says("Hers");
		const { conversations } = slack.surface("T0ACME", "U01ANA");
		const ts = conversations[0]?.messages.at(-1)?.ts;
		const hers = { channel: mine.channel, ts, text: "Mine" };
		expect(await code("chat.update", hers)).toBe("cant_update_message");
		expect(await code("chat.delete", hers)).toBe("cant_delete_message");
		const none = { ...hers, ts: "1.000000" };
		expect(await code("chat.update", none)).toBe("message_not_found");
		expect(await code("chat.delete", mine)).toBe("ok");
		expect(ana.messages()).toEqual(["Hers"]);
		expect(await code("chat.delete", mine)).toBe("message_not_found");
	});

	test("an ephemeral message is seen by one and found by nobody", async () => {
		const args = { channel: "C0MENTORING", user: "U02BEN", text: "Psst" };
		const { body } = await call("chat.postEphemeral", args);
		const ts = body.message_ts;
		expect(slack.person("T0ACME", "U02BEN").messages()).toEqual(["Psst"]);
		expect(slack.person("T0ACME", "U01ANA").messages()).toEqual([]);
		const { channel } = args;
		expect(await code("chat.update", { channel, ts, text: "x" })).toBe(
			"message_not_found",
		);
		const absent = { ...args, user: "U03CHEN" };
		expect(await code("chat.postEphemeral", absent)).toBe(
			"user_not_in_channel",
		);
		const nobody = { ...args, user: "U0" };
		expect(await code("chat.postEphemeral", nobody)).toBe("user_not_found");
	});
});

describe("conversations.history", () => {
	test("is read in the app's DM, with metadata when asked for", async () => {
		const metadata = { event_type: "sent", event_payload: { id: "d1" } };
		const { channel, ts } = await post({ metadata });
		await slack.person("T0ACME", "U01ANA").says("Thanks");
		const plain = await call("conversations.history", { channel });
		expect(plain.body).toMatchObject({
			has_more: false,
			messages: [
				{ text: "Thanks", user: "U01ANA" },
				{ text: "Hello", ts },
			],
		});
		expect(JSON.stringify(plain.body)).not.toContain("metadata");
		const args = { channel, include_all_metadata: true };
		const full = await call("conversations.history", args);
		expect(full.body.messages).toMatchObject([{}, { ts, metadata }]);
	});

	test("is not read in channels and group DMs without their scopes", async () => {
		const { body } = await call("conversations.open", {
			users: "U01ANA,U02BEN",
		});
		const group = (body.channel as { id: string }).id;
		for (const channel of [group, "C0MENTORING"])
			expect(await code("conversations.history", { channel })).toBe(
				"missing_scope",
			);
	});

	test("comes in pages of fifteen, between two ts", async () => {
		const all = [];
		for (let i = 0; i < 20; i += 1) all.push(await post({ text: `m${i}` }));
		const channel = all[0]?.channel;
		const history = async (args: object) => {
			const all = { channel, ...args };
			const { body } = await call("conversations.history", all);
			const messages = body.messages as { text: string }[];
			const next = body.response_metadata as
				| { next_cursor: string }
				| undefined;
			return { texts: messages.map(({ text }) => text), next };
		};
		const first = await history({ limit: 100 });
		expect(first.texts).toHaveLength(15);
		expect(first.texts[0]).toBe("m19");
		const second = await history({ cursor: first.next?.next_cursor });
		expect(second.texts).toEqual(["m4", "m3", "m2", "m1", "m0"]);
		expect(second.next).toBeUndefined();
		const oldest = all[2]?.ts;
		const latest = all[4]?.ts;
		expect((await history({ oldest, latest })).texts).toEqual(["m3"]);
		expect((await history({ oldest, latest, inclusive: true })).texts).toEqual([
			"m4",
			"m3",
			"m2",
		]);
	});
});
