import { afterEach, describe, expect, test } from "@jest/globals";
import type { SlashCommand } from "@slack/bolt";
import { startTiny, type Tiny, type Transport } from "./tiny-app.ts";

let tiny: Tiny;
afterEach(() => tiny.stop());

const both: Transport[] = ["http", "socket"];

describe.each(both)("a command over %s", (transport) => {
	test("shows the text of the ack to the one who typed only", async () => {
		tiny = await startTiny(transport, (app) => {
			app.command("/mentor", ({ ack, command }) => ack(`A ${command.text}`));
		});
		const ana = tiny.slack.person("T0ACME", "U01ANA");
		expect(await ana.types("/mentor find rust")).toEqual({ ok: true });
		expect(await ana.sees("find rust")).toBe("A find rust");
		tiny.slack.person("T0ACME", "U02BEN").sawNot("find rust");
	});

	test("shows an answer in the channel to everyone there", async () => {
		tiny = await startTiny(transport, (app) => {
			app.command("/mentor", ({ ack }) =>
				ack({ response_type: "in_channel", text: "*Hello* all &amp; sundry" }),
			);
		});
		const ana = tiny.slack.person("T0ACME", "U01ANA");
		await ana.types("/mentor hello", "#mentoring");
		const ben = tiny.slack.person("T0ACME", "U02BEN");
		expect(await ben.sees("Hello")).toBe("Hello all & sundry");
		tiny.slack.person("T0ACME", "U03CHEN").sawNot("Hello");
	});

	test("carries what Slack sends, mentions escaped", async () => {
		let command: SlashCommand | undefined;
		tiny = await startTiny(transport, (app) => {
			app.command("/mentor", async ({ ack, body }) => {
				command = body;
				await ack();
			});
		});
		const ana = tiny.slack.person("T0GLOBEX", "U01ANA");
		await ana.types(
			"/mentor ask @bruno, @David Cohen <@U03CHEN> #general <!channel> a&b @brunoX",
			"#mentoring",
		);
		const { response_url, trigger_id, ...rest } = command ?? {};
		expect(rest).toEqual({
			token: "simulator",
			team_id: "T0GLOBEX",
			team_domain: "globex",
			channel_id: "C0MENTORING",
			channel_name: "mentoring",
			user_id: "U01ANA",
			user_name: "aiko",
			command: "/mentor",
			text: "ask <@U02BEN|bruno>, <@U04DANA|david> <@U03CHEN> <#C0GENERAL|general> &lt;!channel&gt; a&amp;b @brunoX",
			api_app_id: "A0MENTOR",
			is_enterprise_install: "false",
		});
		expect(response_url).toContain(tiny.slack.url);
		expect(trigger_id).toBeTruthy();
	});

	test("that is never acked gives Slack's notice", async () => {
		tiny = await startTiny(
			transport,
			(app) => app.command("/mentor", async () => {}),
			{ patience: 60 },
		);
		const ana = tiny.slack.person("T0ACME", "U01ANA");
		const error = "/mentor failed because the app did not respond";
		expect(await ana.types("/mentor find")).toEqual({ ok: false, error });
		expect(ana.notices()).toEqual([error]);
	});

	test("is refused with the blocks that Slack refuses", async () => {
		tiny = await startTiny(transport, (app) => {
			app.command("/mentor", ({ ack }) => {
				const text = { type: "plain_text" as const, text: "x".repeat(151) };
				return ack({ text: "x", blocks: [{ type: "header", text }] });
			});
		});
		const ana = tiny.slack.person("T0ACME", "U01ANA");
		expect(await ana.types("/mentor find")).toEqual({
			ok: false,
			error: '/mentor failed with the error "invalid_blocks"',
		});
		expect(ana.messages()).toEqual([]);
	});
});

describe("a command that does not reach an app", () => {
	test("unknown, or with nobody listening", async () => {
		tiny = await startTiny("http", () => {});
		const ana = tiny.slack.person("T0ACME", "U01ANA");
		await ana.types("/other find");
		await ana.sees("/other is not a valid command.");
		tiny.slack.setRequestUrl("http://127.0.0.1:1/");
		await ana.types("/mentor find");
		await ana.sees('/mentor failed with the error "dispatch_failed"');
	});

	test("/invite is Slack's own, and lets the app into a channel", async () => {
		const joined: string[] = [];
		tiny = await startTiny("http", (app) => {
			app.event("member_joined_channel", async ({ event, client }) => {
				joined.push(event.channel);
				await client.chat.postMessage({ channel: event.channel, text: "Hi" });
			});
		});
		const ana = tiny.slack.person("T0ACME", "U01ANA");
		await ana.types("/invite @Mentor", "#hr-team");
		await ana.sees("Hi");
		expect(joined).toEqual(["G0HR"]);
	});
});
