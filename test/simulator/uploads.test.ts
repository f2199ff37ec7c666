import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { WebClient } from "@slack/web-api";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { requiredScopes } from "../../simulator/world.ts";
import { callApi, codeOf } from "./call-api.ts";

let slack: Slack;
let client: WebClient;

beforeAll(async () => {
	slack = await startSlack({ world: smallWorld, limits: "off" });
	client = new WebClient(smallWorld.teams[0]?.botToken, {
		slackApiUrl: slack.apiUrl,
		retryConfig: { retries: 0 },
	});
});
afterAll(() => slack.stop());
afterEach(() => slack.faults.clear());

const ana = () => slack.person("T0ACME", "U01ANA");
const dmOf = async (users: string) =>
	(await client.conversations.open({ users })).channel?.id ?? "";

/** Slack's three steps, by hand. */
async function upload(filename: string, content: string, more: object) {
	const length = Buffer.byteLength(content);
	const { body } = await callApi(slack, "files.getUploadURLExternal", {
		filename,
		length,
	});
	await fetch(String(body.upload_url), { method: "POST", body: content });
	return callApi(slack, "files.completeUploadExternal", {
		files: [{ id: body.file_id }],
		...more,
	});
}

test("the app uploads a file, which comes a moment later", async () => {
	const channel = await dmOf("U01ANA");
	slack.faults.add({ kind: "late", method: "file_share" });
	const { body } = await upload("list.csv", "id\nU1\n", {
		channel_id: channel,
		initial_comment: "Your list is here.",
	});
	expect(body).toMatchObject({
		ok: true,
		files: [{ name: "list.csv", shares: { private: {} } }],
	});
	ana().sawNot("Your list");
	slack.faults.release();
	expect(await ana().sees("Your list is here.")).toBe(
		"Your list is here.\n[file list.csv]",
	);
	expect(String(await ana().file("list.csv"))).toBe("id\nU1\n");
	const { messages } = await client.conversations.history({ channel });
	expect(messages?.[0]?.files).toMatchObject([{ name: "list.csv", size: 6 }]);
});

test("the SDK's own upload, as a form of bytes", async () => {
	await client.filesUploadV2({
		channel_id: await dmOf("U02BEN"),
		filename: "name.ics",
		title: "First meeting.ics",
		file: Buffer.from("BEGIN:VCALENDAR"),
		blocks: [
			{ type: "section", text: { type: "plain_text", text: "Your meeting" } },
		],
	});
	const ben = slack.person("T0ACME", "U02BEN");
	await ben.sees("Your meeting\n[file First meeting.ics]");
	expect(String(await ben.file(/meeting/))).toBe("BEGIN:VCALENDAR");
});

test("a page's reader gets a file that they see, and no other", async () => {
	await upload("once.txt", "once", { channel_id: await dmOf("U01ANA") });
	await ana().file("once.txt");
	const { conversations } = slack.surface("T0ACME", "U01ANA");
	const file = conversations
		.flatMap(({ messages }) => messages)
		.flatMap(({ files }) => files)
		.find(({ name }) => name === "once.txt");
	const get = (user: string) =>
		fetch(
			`${slack.url}/sim/file?${new URLSearchParams({
				team: "T0ACME",
				user,
				file: file?.id ?? "",
			})}`,
		);
	expect(await (await get("U01ANA")).text()).toBe("once");
	expect((await get("U02BEN")).status).toBe(404);
});

test("uploads are refused as Slack refuses them", async () => {
	const begin = (args: object) =>
		codeOf(callApi(slack, "files.getUploadURLExternal", { ...args }));
	const complete = (args: object) =>
		codeOf(callApi(slack, "files.completeUploadExternal", { ...args }));
	expect(await begin({ length: 3 })).toBe("invalid_arguments");
	expect(await begin({ filename: "a", length: 0 })).toBe("missing_argument");
	expect(await complete({})).toBe("invalid_arguments");
	expect(await complete({ files: [{ id: "F0" }] })).toBe("file_not_found");

	const { body } = await callApi(slack, "files.getUploadURLExternal", {
		filename: "a.txt",
		length: 3,
	});
	const post = async (content: string) =>
		(await fetch(String(body.upload_url), { method: "POST", body: content }))
			.status;
	const files = [{ id: body.file_id }];
	expect(await complete({ files })).toBe("file_not_found");
	expect(await post("four")).toBe(400);
	expect(await post("abc")).toBe(200);
	expect(await post("abc")).toBe(404);
	const to = (channel_id: string) => complete({ files, channel_id });
	expect(await to("C0NOWHERE")).toBe("channel_not_found");
	expect(await to("U01ANA")).toBe("channel_not_found");
	expect(await to("G0HR")).toBe("channel_not_found");
	expect(await to("C0GENERAL")).toBe("not_in_channel");
	expect(await to(await dmOf("U01ANA"))).toBe("ok");
	expect(await to(await dmOf("U01ANA"))).toBe("file_not_found");

	const [acme] = slack.world.teams;
	if (acme) acme.scopes = ["chat:write"];
	expect(await begin({ filename: "a", length: 1 })).toBe("missing_scope");
	expect(await complete({ files })).toBe("missing_scope");
	if (acme) acme.scopes = [...requiredScopes];
});

test("bytes on their way meet the same faults", async () => {
	const { faults } = slack;
	const channel_id = await dmOf("U03CHEN");
	const chen = slack.person("T0ACME", "U03CHEN");
	faults.add({ kind: "500", method: "upload" });
	const { body } = await upload("a.txt", "abc", { channel_id });
	expect(body).toMatchObject({ error: "file_not_found" });
	faults.add({
		kind: "500 after",
		method: "files.completeUploadExternal",
		channel: channel_id,
	});
	expect((await upload("b.txt", "abc", { channel_id })).status).toBe(500);
	expect(String(await chen.file("b.txt"))).toBe("abc");
	expect(chen.messages()).toHaveLength(1);
});
