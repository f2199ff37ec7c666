import { get } from "node:http";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import type { Surface } from "../../simulator/surface.ts";
import { type RawApp, startRawApp } from "./raw-app.ts";

let slack: Slack;
let app: RawApp;
beforeEach(async () => {
	app = await startRawApp((response) => response.end("Found."));
	slack = await startSlack({ world: smallWorld, requestUrl: app.url });
});
afterEach(async () => {
	await slack.stop();
	await app.stop();
});

const read = async (path: string) => {
	const response = await fetch(slack.url + path);
	return response.ok ? response.json() : response.status;
};
const post = async (path: string, body: object) => {
	const response = await fetch(slack.url + path, {
		method: "POST",
		body: JSON.stringify(body),
	});
	return response.ok ? response.json() : response.status;
};
const ana = { team: "T0ACME", user: "U01ANA" };

test("teams with their people", async () => {
	const { teams } = (await read("/sim/teams")) as {
		teams: { id: string; name: string; people: unknown[] }[];
	};
	expect(teams).toMatchObject([
		{ id: "T0ACME", name: "Acme" },
		{ id: "T0GLOBEX", name: "Globex" },
	]);
	expect(teams[0]?.people).toContainEqual({
		id: "U05GIL",
		name: "Gil Guest",
		title: "",
		isBot: false,
		isGuest: true,
		isDeactivated: false,
	});
});

test("a surface, an act, and what was sent", async () => {
	const look = async () =>
		(await read("/sim/surface?team=T0ACME&user=U01ANA")) as Surface;
	const surface = await look();
	expect(surface).toEqual(slack.surface("T0ACME", "U01ANA"));
	const conversation = surface.conversations[0]?.id ?? "";
	const act = { type: "command", conversation, text: "/mentor find" };
	expect(await post("/sim/act", { ...ana, act })).toEqual({ ok: true });
	const after = await look();
	expect(after.version).toBeGreaterThan(surface.version);
	expect(after.conversations[0]?.messages).toMatchObject([
		{ text: "Found.", ephemeral: true, user: "U0MENTOR", values: {} },
	]);
	const [exchange] = (await read("/sim/exchanges?after=0")) as unknown[];
	expect(exchange).toEqual({
		id: 1,
		at: expect.stringMatching(/Z$/),
		direction: "to app",
		what: "command /mentor find",
		outcome: expect.stringMatching(/^answered in \d+ ms$/),
	});
	expect(await read("/sim/exchanges?after=1")).toEqual([]);
});

test("what is read stays read, and reading it twice changes nothing", async () => {
	const ben = slack.person("T0ACME", "U02BEN");
	await ben.says("Hello", "#mentoring");
	const channel = () =>
		slack
			.surface("T0ACME", "U01ANA")
			.conversations.find(({ id }) => id === "C0MENTORING");
	expect(channel()?.unread).toBe(1);
	const act = { type: "read", conversation: "C0MENTORING" };
	await post("/sim/act", { ...ana, act });
	expect(channel()?.unread).toBe(0);
	const { version } = slack.surface("T0ACME", "U01ANA");
	await post("/sim/act", { ...ana, act });
	expect(slack.surface("T0ACME", "U01ANA").version).toBe(version);
});

test("notices stay until they are dismissed", async () => {
	await slack.person("T0ACME", "U01ANA").types("/other");
	const notices = () => slack.surface("T0ACME", "U01ANA").notices;
	const [notice] = notices();
	const act = { type: "dismiss_notice", id: notice?.id };
	expect(await post("/sim/act", { ...ana, act })).toEqual({ ok: true });
	expect(notices()).toEqual([]);
});

test("opening a conversation with a colleague, and with the app", async () => {
	const open = (other: string) =>
		post("/sim/act", {
			...ana,
			act: { type: "open_conversation", with: other },
		});
	expect(await open("U02BEN")).toEqual({ ok: true });
	const { conversations } = slack.surface("T0ACME", "U01ANA");
	expect(conversations.map(({ name }) => name)).toContain("Ben Okafor");
	expect(await open("U0")).toMatchObject({ ok: false });
	await open("U0MENTOR");
	const [received] = await app.has(1);
	expect(JSON.parse(received?.body ?? "").event).toMatchObject({
		type: "app_home_opened",
		tab: "messages",
	});
});

test("versions come as server-sent events", async () => {
	const versions: number[] = [];
	await new Promise<void>((resolve) => {
		const request = get(`${slack.url}/sim/changes?team=T0ACME`, (response) => {
			response.setEncoding("utf8").on("data", (chunk: string) => {
				const found = chunk.matchAll(/data: (.*)\n\n/g);
				for (const [, data = ""] of found)
					versions.push(JSON.parse(data).version);
				if (versions.length === 1)
					void slack.person("T0ACME", "U01ANA").says("x", "#mentoring");
				else {
					request.destroy();
					resolve();
				}
			});
		});
	});
	expect(versions[1]).toBe((versions[0] ?? 0) + 1);
});

test("strangers and unknown paths get 404", async () => {
	expect(await read("/sim/surface?team=T0&user=U01ANA")).toBe(404);
	expect(await read("/sim/surface?team=T0ACME&user=U0")).toBe(404);
	expect(await read("/sim/nothing?team=T0ACME&user=U01ANA")).toBe(404);
	expect(await post("/sim/act", ana)).toBe(404);
	expect(await read("/elsewhere")).toBe(404);
	expect(await read("/page/none.ts")).toBe(404);
	expect(await read("/page/..%2fslack.ts")).toBe(404);
});
