import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { LogLevel, WebClient } from "@slack/web-api";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { requiredScopes } from "../../simulator/world.ts";
import { downloadFile, uploadFile } from "../../src/slack/files.ts";

let slack: Slack;
let client: WebClient;
beforeAll(async () => {
	slack = await startSlack({ world: smallWorld, limits: "off" });
	client = clientAt(slack.apiUrl);
});
afterAll(() => slack.stop());
afterEach(() => {
	slack.faults.clear();
	grant("files:read");
});

const clientAt = (slackApiUrl: string) =>
	new WebClient(smallWorld.teams[0]?.botToken, {
		slackApiUrl,
		retryConfig: { retries: 0 },
		rejectRateLimitedCalls: true,
		logLevel: LogLevel.ERROR,
	});

function grant(...more: string[]) {
	const [team] = slack.world.teams;
	if (team) team.scopes = [...requiredScopes, ...more];
}

/** The bot's own upload stands for anybody's: their way in is the same. */
async function someFile(content: string): Promise<string> {
	grant("files:read");
	return uploadFile(client, { name: "list.csv", content });
}
const limits = { maxBytes: 100, uploadedBy: "U0MENTOR" };

test("a file is read as it was uploaded", async () => {
	const content = "name\nZo\u00eb \ud83d\ude00\n";
	expect(await downloadFile(client, await someFile(content), limits)).toEqual({
		is: "content",
		name: "list.csv",
		content: Buffer.from(content),
	});
});

test("one that is too large is not begun", async () => {
	const file = await someFile("x".repeat(101));
	const before = slack.exchanges().length;
	expect(await downloadFile(client, file, limits)).toEqual({
		is: "too large",
		bytes: 101,
	});
	expect(slack.exchanges().slice(before)).toMatchObject([
		{ what: "files.info" },
	]);
});

test("nobody reads a file that somebody else uploaded", async () => {
	const file = await someFile("private");
	const asked = { ...limits, uploadedBy: "U01ANA" };
	expect(await downloadFile(client, file, asked)).toEqual({ is: "gone" });
	expect(await downloadFile(client, "F0NONE", limits)).toEqual({ is: "gone" });
});

test("without the scope, before or after looking, it is not allowed", async () => {
	const file = await someFile("abc");
	grant();
	expect(await downloadFile(client, file, limits)).toEqual({
		is: "not allowed",
	});
	grant("files:read");
	const withoutToken = clientAt(slack.apiUrl);
	// Slack shows whom it does not know the page to sign in, as if all was well.
	Object.defineProperty(withoutToken, "token", { value: "xoxb-unknown" });
	expect(await downloadFile(withoutToken, file, limits)).toEqual({
		is: "not allowed",
	});
});

test.each(["429", "500", "drop after"] as const)(
	"%s on the way is a failure, not an exception",
	async (kind) => {
		const file = await someFile("abc");
		slack.faults.add({ kind, method: "download" });
		expect(await downloadFile(client, file, limits)).toEqual({ is: "failed" });
		slack.faults.add({ kind, method: "files.info" });
		expect(await downloadFile(client, file, limits)).toEqual({ is: "failed" });
	},
);

/** A client of Slack's own, told by each answer that a file lies at `address`. */
function pointedTo(address: string) {
	const asked: string[] = [];
	const client = new WebClient("xoxb-acme", {
		logLevel: LogLevel.ERROR,
		fetch: async (url) => {
			asked.push(new URL(url).host);
			const file = {
				name: "list.csv",
				size: 3,
				user: limits.uploadedBy,
				url_private_download: address,
			};
			return Response.json({
				ok: true,
				file,
				file_id: "F0",
				upload_url: address,
			});
		},
	});
	return { client, asked };
}

test("no token and no content goes to an address that is not Slack's", async () => {
	const before = slack.exchanges().length;
	for (const address of [
		`${slack.url}/files-pri/T0ACME-F0/list.csv`,
		"http://files.slack.com/list.csv",
		"https://files.slack.com.example.com/list.csv",
		"https://notslack.com/list.csv",
		"file:///etc/hostname",
		"no address",
	]) {
		const { client, asked } = pointedTo(address);
		expect(await downloadFile(client, "F0", limits)).toEqual({ is: "failed" });
		await expect(
			uploadFile(client, { name: "a.csv", content: "abc" }),
		).rejects.toThrow("no place");
		expect(asked).toEqual(["slack.com", "slack.com"]);
	}
	expect(slack.exchanges()).toHaveLength(before);
});

test("an upload that does not arrive throws", async () => {
	slack.faults.add({ kind: "500", method: "upload" });
	await expect(someFile("abc")).rejects.toThrow("answered 500");
});
