import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Slack, startSlack } from "../../simulator/slack.ts";
import { smallWorld } from "../../simulator/small-world.ts";
import type { Surface } from "../../simulator/surface.ts";
import { drive } from "../support/driver.ts";
import { readMrkdwn } from "../support/driver-words.ts";
import { callApi } from "./call-api.ts";

let slack: Slack;
beforeEach(async () => {
	slack = await startSlack({ world: smallWorld, limits: "off" });
});
afterEach(() => slack.stop());

const plain = (text: string) => ({ type: "plain_text", text });
const mrkdwn = (text: string) => ({ type: "mrkdwn", text });
const post = (blocks: object[], text = "x") =>
	callApi(slack, "chat.postMessage", { channel: "U01ANA", text, blocks });

/** Ana, who waits for a tenth of a second only. */
function impatientAna() {
	return drive(
		"U01ANA",
		{
			surface: (): Surface => slack.surface("T0ACME", "U01ANA"),
			act: (act) => slack.act("T0ACME", "U01ANA", act),
			suggest: (query) => slack.suggest("T0ACME", "U01ANA", query),
			file: () => undefined,
			onChange: () => () => {},
		},
		100,
	);
}

describe("the screen", () => {
	test("is what a person reads, from top to bottom", async () => {
		await post([
			{ type: "header", text: plain("For you") },
			{
				type: "section",
				text: mrkdwn("*Hello* <@U01ANA>, meet <@U02BEN|x> &amp; read _this_"),
				fields: [mrkdwn("<https://example.com|a page>"), plain("*as it is*")],
				accessory: {
					type: "overflow",
					options: [{ text: plain("Snooze"), value: "s" }],
				},
			},
			{ type: "divider" },
			{
				type: "context",
				elements: [
					mrkdwn("<!date^1893456000^{date}|1 January>"),
					{
						type: "image",
						image_url: "https://example.com/a.png",
						alt_text: "A face",
					},
				],
			},
			{
				type: "rich_text",
				elements: [
					{
						type: "rich_text_section",
						elements: [
							{ type: "text", text: "said " },
							{ type: "user", user_id: "U02BEN" },
						],
					},
				],
			},
			{
				type: "actions",
				elements: [
					{ type: "button", text: plain("Yes"), action_id: "yes" },
					{ type: "button", text: plain("No"), action_id: "no" },
				],
			},
		]);
		await slack.person("T0ACME", "U01ANA").types("/other");
		expect(slack.person("T0ACME", "U01ANA").screen()).toBe(
			[
				"=== Ana Lopes at Acme ===",
				"--- Mentor ---",
				"Mentor: For you",
				"Hello @Ana Lopes, meet @Ben Okafor & read this",
				"a page",
				"*as it is*",
				"[... Snooze]",
				"1 January A face",
				"said @Ben Okafor",
				"[Yes] [No]",
				"--- Slack says: /other is not a valid command.",
			].join("\n"),
		);
	});

	test.each([
		["a * b * c", "a * b * c"],
		["snake_case_name", "snake_case_name"],
		["*bold*, _it_ and ~gone~", "bold, it and gone"],
		["&lt;!channel&gt;", "<!channel>"],
		["<!channel> <#C1|general> `code`", "@channel #general code"],
	])("marks are taken out where Slack does: %s", (sent, read) => {
		expect(readMrkdwn(sent, [])).toBe(read);
	});
});

describe("waiting", () => {
	test("ends as soon as it can be done", async () => {
		const ana = slack.person("T0ACME", "U01ANA");
		const seen = ana.sees(/hello/);
		const ben = slack.person("T0ACME", "U02BEN");
		await ben.says("well hello there", "#mentoring");
		expect(await seen).toBe("well hello there");
	});

	test("ends at the deadline, with the whole screen", async () => {
		await post([], "Something else");
		const ana = impatientAna();
		const screen =
			"=== Ana Lopes at Acme ===\n--- Mentor ---\nMentor: Something else";
		await expect(ana.sees("hello")).rejects.toThrow(
			`U01ANA: no sight of hello\n\n${screen}`,
		);
		await expect(ana.clicks("Yes")).rejects.toThrow(
			`U01ANA: no button Yes\n\n${screen}`,
		);
		await expect(ana.submits()).rejects.toThrow("no form to submit");
		await expect(ana.fills("Goal", "x")).rejects.toThrow("no input Goal");
	});

	test("sawNot fails when it is there", async () => {
		await post([], "Something else");
		const ana = slack.person("T0ACME", "U01ANA");
		ana.sawNot("Some other thing");
		expect(() => ana.sawNot("Something")).toThrow("U01ANA sees Something");
	});
});

describe("clicking", () => {
	const row = (text: string, said: string) => [
		{ type: "section", text: mrkdwn(said) },
		{
			type: "actions",
			elements: [{ type: "button", text: plain(text), action_id: "a" }],
		},
	];

	test("takes the whole label, the newest message, or the one meant", async () => {
		const places: string[] = [];
		const ana = drive("U01ANA", {
			surface: () => slack.surface("T0ACME", "U01ANA"),
			act: async (act) => {
				const { conversations } = slack.surface("T0ACME", "U01ANA");
				const all = conversations.flatMap(({ messages }) => messages);
				if (act.type === "click" && act.place.kind === "message") {
					const { ts } = act.place;
					const at = all.find((message) => message.ts === ts);
					places.push(at?.text ?? "");
				}
				return { ok: true };
			},
			suggest: async () => ({ options: [] }),
			file: () => undefined,
			onChange: () => () => {},
		});
		await post(row("Accept", "first"), "1");
		await post(row("Accept", "second"), "2");
		await post(row("Accept all", "third"), "3");
		await ana.clicks("Accept");
		await ana.clicks("Accept", { nth: 1 });
		await ana.clicks("Accept", { in: /first/ });
		await ana.clicks(/^Accept/);
		expect(places).toEqual(["2", "1", "1", "3"]);
	});
});

test("a person who is not there cannot be driven", () => {
	expect(() => slack.person("T0ACME", "U0")).toThrow("no U0 in T0ACME");
	expect(() => slack.person("T0", "U01ANA")).toThrow("no U01ANA in T0");
	const ana = slack.person("T0ACME", "U01ANA");
	expect(() => ana.says("x", "#nowhere")).toThrow('no conversation "#nowhere"');
});
