import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import { requiredScopes } from "../../simulator/world.ts";
import { callApi, codeOf } from "./call-api.ts";

let slack: Slack;
const start = async (scopes?: string[]) => {
	const world = structuredClone(smallWorld);
	if (scopes) for (const team of world.teams) team.scopes = scopes;
	slack = await startSlack({ world, limits: "off" });
};
beforeEach(() => start());
afterEach(() => slack.stop());

const call = (method: string, args: Record<string, unknown> = {}) =>
	callApi(slack, method, args);
const code = (method: string, args: Record<string, unknown> = {}) =>
	codeOf(call(method, args));

describe("a token", () => {
	test("may stand in the header or in the body, as a form or as JSON", async () => {
		const { body } = await callApi(slack, "auth.test", {}, { form: true });
		expect(body).toEqual({
			ok: true,
			url: "https://acme.slack.com/",
			team: "Acme",
			user: "mentor",
			team_id: "T0ACME",
			user_id: "U0MENTOR",
			bot_id: "B0MENTOR",
			is_enterprise_install: false,
		});
		const inBody = await fetch(`${slack.apiUrl}auth.test`, {
			method: "POST",
			body: new URLSearchParams({ token: "xoxb-globex-simulator" }),
		});
		expect(await inBody.json()).toMatchObject({ team_id: "T0GLOBEX" });
	});

	test("is needed, and must be known", async () => {
		const bare = await fetch(`${slack.apiUrl}auth.test`, { method: "POST" });
		expect(await bare.json()).toEqual({ ok: false, error: "not_authed" });
		const other = callApi(slack, "auth.test", {}, { token: "xoxb-other" });
		expect(await codeOf(other)).toBe("invalid_auth");
		expect(await code("admin.users.remove")).toBe("unknown_method");
	});

	test("must have the scope of the method", async () => {
		const without = (scope: string) =>
			requiredScopes.filter((each) => each !== scope);
		const cases: [string, string, Record<string, unknown>][] = [
			["chat:write", "chat.postMessage", { channel: "U01ANA", text: "x" }],
			["im:write", "conversations.open", { users: "U01ANA" }],
			["mpim:write", "conversations.open", { users: "U01ANA,U02BEN" }],
			["users:read", "users.list", {}],
			["users:read", "users.info", { user: "U01ANA" }],
			["channels:read", "conversations.list", {}],
			["channels:read", "conversations.info", { channel: "C0GENERAL" }],
		];
		for (const [needed, method, args] of cases) {
			expect([method, await code(method, args)]).toEqual([method, "ok"]);
			await slack.stop();
			await start(without(needed));
			const { body } = await call(method, args);
			expect(body).toMatchObject({
				ok: false,
				error: "missing_scope",
				needed,
				provided: without(needed).join(","),
			});
			await slack.stop();
			await start();
		}
	});

	test("of one workspace reaches nothing of the other", async () => {
		const args = { channel: "U01ANA", text: "For Acme" };
		await call("chat.postMessage", args);
		expect(slack.person("T0ACME", "U01ANA").messages()).toEqual(["For Acme"]);
		expect(slack.person("T0GLOBEX", "U01ANA").messages()).toEqual([]);
	});
});

describe("people", () => {
	test("users.info knows every kind, and gives no email without its scope", async () => {
		const info = async (user: string) =>
			(await call("users.info", { user, include_locale: true })).body.user;
		expect(await info("U03CHEN")).toMatchObject({
			id: "U03CHEN",
			team_id: "T0ACME",
			name: "chen",
			real_name: "Chen Wei",
			tz: "Asia/Shanghai",
			tz_offset: 28_800,
			locale: "zh-CN",
			deleted: false,
			is_bot: false,
			profile: { title: "Engineering manager" },
		});
		const { profile } = (await info("U01ANA")) as { profile: object };
		expect(profile).not.toHaveProperty("email");
		expect(await info("U05GIL")).toMatchObject({ is_restricted: true });
		expect(await info("U06BOT")).toMatchObject({ is_bot: true });
		expect(await info("U07OLD")).toMatchObject({ deleted: true });
		expect(await info("U08EXT")).toMatchObject({
			is_stranger: true,
			team_id: "T0ELSEWHERE",
		});
		expect(await info("USLACKBOT")).toMatchObject({ is_bot: false });
		expect(await code("users.info", { user: "U0" })).toBe("user_not_found");
		expect(await code("users.info")).toBe("invalid_arguments");
	});

	test("users.list comes in pages, everyone once", async () => {
		const seen: string[] = [];
		let cursor = "";
		let pages = 0;
		do {
			const { body } = await call("users.list", { limit: 200, cursor });
			const page = body as {
				members: { id: string }[];
				response_metadata: { next_cursor: string };
			};
			seen.push(...page.members.map(({ id }) => id));
			cursor = page.response_metadata.next_cursor;
			pages += 1;
		} while (cursor !== "");
		expect(pages).toBe(4);
		expect(new Set(seen).size).toBe(10);
		expect(seen).toHaveLength(10);
		const bad = code("users.list", { cursor: "bm90aGluZw==" });
		expect(await bad).toBe("invalid_cursor");
		expect(await code("users.list", { limit: 5000 })).toBe("invalid_limit");
	});

	test("users.lookupByEmail needs its scope and finds by any case", async () => {
		const args = { email: "BEN@example.com" };
		expect(await code("users.lookupByEmail", args)).toBe("missing_scope");
		await slack.stop();
		await start([...requiredScopes, "users:read.email"]);
		const { body } = await call("users.lookupByEmail", args);
		expect(body.user).toMatchObject({
			id: "U02BEN",
			profile: { email: "ben@example.com" },
		});
		const nobody = { email: "nobody@example.com" };
		expect(await code("users.lookupByEmail", nobody)).toBe("users_not_found");
	});
});

describe("conversations", () => {
	const open = async (users: string) =>
		(await call("conversations.open", { users })).body;

	test("the same people have the same one, in any order, after a restart", async () => {
		const first = await open("U01ANA,U02BEN");
		const again = await open("U02BEN,U01ANA,U02BEN");
		expect(again).toMatchObject({ already_open: true, channel: first.channel });
		const other = await open("U01ANA,U03CHEN");
		expect(other.channel).not.toEqual(first.channel);
		await slack.stop();
		await start();
		expect((await open("U01ANA,U02BEN")).channel).toEqual(first.channel);
		const ana = slack.person("T0ACME", "U01ANA");
		expect(await ana.says("Hello both", "Ben Okafor, Mentor")).toEqual({
			ok: true,
		});
	});

	test.each([
		["", "users_list_not_supplied"],
		["U01ANA,U0", "user_not_found"],
		["U07OLD", "user_disabled"],
		["U06BOT", "cannot_dm_bot"],
		["U1,U2,U3,U4,U5,U6,U7,U8,U9", "too_many_users"],
	])('conversations.open of "%s" gives %s', async (users, error) => {
		expect(await code("conversations.open", { users })).toBe(error);
	});

	test("private ones of others do not exist for the app", async () => {
		const { body } = await call("conversations.list");
		expect(body.channels).toMatchObject([
			{ id: "C0GENERAL", name: "general", is_member: false, is_private: false },
			{ id: "C0MENTORING", is_member: true, num_members: 3 },
		]);
		const info = { channel: "G0HR" };
		expect(await code("conversations.info", info)).toBe("channel_not_found");
		expect(await code("chat.postMessage", { ...info, text: "x" })).toBe(
			"channel_not_found",
		);
		const mine = await call("users.conversations");
		expect(mine.body.channels).toMatchObject([{ id: "C0MENTORING" }]);
		const members = await call("conversations.members", {
			channel: "C0MENTORING",
		});
		expect(members.body.members).toEqual(["U01ANA", "U02BEN", "U0MENTOR"]);
		expect(await code("conversations.list", { types: "im" })).toBe(
			"missing_scope",
		);
		expect(await code("conversations.list", { types: "x" })).toBe(
			"invalid_types",
		);
	});

	test("conversations.join is for public channels", async () => {
		await slack.stop();
		await start([...requiredScopes, "channels:join", "groups:read"]);
		const channel = "C0GENERAL";
		const post = { channel, text: "x" };
		expect(await code("chat.postMessage", post)).toBe("not_in_channel");
		expect(await code("conversations.join", { channel })).toBe("ok");
		expect(await code("chat.postMessage", post)).toBe("ok");
		const { body } = await call("conversations.open", { users: "U01ANA" });
		const dm = (body.channel as { id: string }).id;
		expect(await code("conversations.join", { channel: dm })).toBe(
			"method_not_supported_for_channel_type",
		);
	});
});
