import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { type BotProcess, startBotProcess } from "../support/bot-process.ts";
import { castWorld, kinds, teams } from "../support/cast.ts";
import { freshDatabase, type TestDatabase } from "../support/database.ts";
import { post, sign, signed } from "../support/requests.ts";
import {
	actionPayload,
	commandPayload,
	submissionPayload,
} from "../support/requests-payloads.ts";

// Bodies that Slack would never send, correctly signed: a stolen secret, or a
// fault on the way. The bot runs as a process of its own, as some of them used
// to end it.

const secret = castWorld.signingSecret;
const sender = { team: teams.here, user: kinds.mentee.id };

let database: TestDatabase;
let slack: Slack;
let bot: BotProcess;
let url: string;

beforeAll(async () => {
	database = await freshDatabase();
	slack = await startSlack({ world: castWorld });
	bot = await startBotProcess({
		SLACK_BOT_TOKEN: castWorld.teams.map(({ botToken }) => botToken).join(","),
		SLACK_SIGNING_SECRET: secret,
		SLACK_API_URL: slack.apiUrl,
		ENCRYPTION_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
		DATABASE_URL: database.url,
		PORT: "0",
	});
	url = bot.requestUrl ?? "";
});
afterAll(async () => {
	await bot?.stop();
	await slack?.stop();
	await database?.drop();
});

const json = "application/json";
const form = "application/x-www-form-urlencoded";
const interactive = (payload: unknown) =>
	new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
const action = actionPayload(sender, { id: "matching:accept", value: "x" });
const submission = submissionPayload(sender, {
	id: "enrollment:join",
	form: { role: "mentee" },
});
const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
const huge = "x".repeat(2_000_000);

const bodies: [what: string, body: string, type?: string][] = [
	["JSON null", "null", json],
	["JSON null as a payload", "payload=null"],
	["a JSON array", "[]", json],
	["a JSON number", "7", json],
	["a JSON text", '"hello"', json],
	["an empty object", "{}", json],
	["nothing at all", "", json],
	["nothing, as a form", ""],
	["truncated JSON", '{"type":"event_callback","event":{"ty', json],
	["a truncated payload", interactive(action).slice(0, 120)],
	["no JSON", "<xml>hello</xml>", json],
	["a payload that is an array", interactive([action])],
	["a payload of numbers", interactive(42)],
	["arrays nested 100,000 deep", nested(100_000), json],
	["2 MB of text in a field", interactive({ ...submission, huge })],
	["2 MB typed", signed(commandPayload(sender, `find ${huge}`), secret).body],
	["an unknown type", interactive({ ...action, type: "surprise" })],
	["a user that is a number", interactive({ ...action, user: 7 })],
	["no user", interactive({ ...action, user: null })],
	["no team", interactive({ ...action, team: undefined })],
	["no actions", interactive({ ...action, actions: [] })],
	["actions that are null", interactive({ ...action, actions: [null] })],
	["actions that are text", interactive({ ...action, actions: "accept" })],
	["a view that is null", interactive({ ...submission, view: null })],
	[
		"a view whose state is an array",
		interactive({
			...submission,
			view: { id: "V1", type: "modal", state: { values: [] } },
		}),
	],
	[
		"metadata that is no JSON",
		interactive({
			...submission,
			view: { id: "V1", type: "modal", private_metadata: "{{{" },
		}),
	],
	[
		"keys of every object",
		'{"__proto__":{"type":"x"},"constructor":{"prototype":{}},"type":"event_callback"}',
		json,
	],
	[
		"an event that is null",
		'{"type":"event_callback","event_id":"Ev1","event":null}',
		json,
	],
	[
		"an event without a type",
		'{"type":"event_callback","event_id":"Ev1","event":{}}',
		json,
	],
	["a form with the same field twice", "command=a&command=b&text=c"],
	["NUL characters", signed(commandPayload(sender, "find \0\0"), secret).body],
	["bytes that are no UTF-8", "command=%ff%fe&text=%c3%28"],
	["an unknown content type", "hello", "text/plain"],
];

async function helps(): Promise<boolean> {
	const request = signed(commandPayload(sender, "help"), secret);
	const { status, body } = await post(url, request);
	return status === 200 && body.includes("/mentor find");
}

test.each(bodies.map(([what, body, type = form]) => ({ what, body, type })))(
	"$what is survived, and the next is served",
	async ({ body, type }) => {
		const leave = new AbortController();
		const { headers } = sign(body, { secret, type });
		const request = { method: "POST", headers, body, signal: leave.signal };
		// Some are never answered; Slack hangs up then, and so do we.
		const sent = fetch(url, request).catch(() => "no answer");
		expect(await helps()).toBe(true);
		expect(await helps()).toBe(true);
		leave.abort();
		await sent;
		expect(bot.isRunning()).toBe(true);
	},
);

test("there were more than fifteen, and none is in the log", () => {
	expect(bodies.length).toBeGreaterThan(15);
	expect(bot.output()).not.toContain("xxxx");
	expect(bot.output()).not.toContain("[[[[");
	expect(bot.output().length).toBeLessThan(60_000);
});
