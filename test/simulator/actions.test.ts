import { afterEach, expect, test } from "@jest/globals";
import type { BlockAction, RespondArguments } from "@slack/bolt";
import type { KnownBlock } from "@slack/types";
import type { SlackOptions } from "../../simulator/create-sim.ts";
import { startTiny, type Tiny } from "./tiny-app.ts";

let tiny: Tiny;
let actions: BlockAction[];
afterEach(() => tiny.stop());

const plain = (text: string) => ({ type: "plain_text" as const, text });
const option = (text: string) => ({ text: plain(text), value: text });
const blocks: KnownBlock[] = [
	{
		type: "actions",
		block_id: "row",
		elements: [
			{
				type: "button",
				action_id: "yes",
				text: plain("Yes"),
				value: "42",
				style: "primary",
				accessibility_label: "Accept Ana",
			},
			{
				type: "static_select",
				action_id: "when",
				placeholder: plain("When"),
				options: [option("Monday"), option("Friday")],
			},
			{
				type: "overflow",
				action_id: "more",
				options: [option("Snooze"), option("Stop")],
			},
		],
	},
	{
		type: "input",
		block_id: "note",
		label: plain("Note"),
		optional: true,
		dispatch_action: true,
		element: { type: "plain_text_input", action_id: "text" },
	},
];

/** The app posts the blocks to Ana, keeps what comes, answers by URL. */
async function start(
	respond?: RespondArguments,
	options: Partial<SlackOptions> = {},
) {
	actions = [];
	tiny = await startTiny(
		"http",
		(app) => {
			app.action(/.*/, async (args) => {
				actions.push(args.body as BlockAction);
				if (respond) await args.respond(respond);
				await args.ack();
			});
			app.event("app_home_opened", async ({ client, event }) => {
				const view = { type: "home" as const, blocks };
				await client.views.publish({ user_id: event.user, view });
			});
		},
		options,
	);
	const token = tiny.slack.world.teams[0]?.botToken ?? "";
	const posted = await tiny.app.client.chat.postMessage({
		token,
		channel: "U01ANA",
		text: "A question.",
		blocks,
	});
	return { ana: tiny.slack.person("T0ACME", "U01ANA"), posted };
}

test("a button in a message carries all that Slack sends", async () => {
	const { ana, posted } = await start();
	expect(await ana.clicks("Accept Ana")).toEqual({ ok: true });
	const [action] = actions;
	expect(action).toMatchObject({
		type: "block_actions",
		team: { id: "T0ACME", domain: "acme" },
		user: { id: "U01ANA", username: "ana", name: "ana", team_id: "T0ACME" },
		api_app_id: "A0MENTOR",
		token: "simulator",
		enterprise: null,
		is_enterprise_install: false,
		container: {
			type: "message",
			message_ts: posted.ts,
			channel_id: posted.channel,
			is_ephemeral: false,
		},
		channel: { id: posted.channel, name: "directmessage" },
		message: {
			type: "message",
			user: "U0MENTOR",
			ts: posted.ts,
			bot_id: "B0MENTOR",
		},
		state: { values: { row: { when: { selected_option: null } } } },
		actions: [
			{
				type: "button",
				block_id: "row",
				action_id: "yes",
				value: "42",
				style: "primary",
				text: plain("Yes"),
			},
		],
	});
	expect(action?.trigger_id).toBeTruthy();
	expect(action?.response_url).toContain(tiny.slack.url);
});

test("a select, a menu and an input that dispatches", async () => {
	const { ana } = await start();
	await ana.chooses("When", "Friday");
	await ana.clicks("Snooze");
	await ana.fills("Note", "hello");
	expect(actions.map((each) => each.actions[0])).toMatchObject([
		{ type: "static_select", selected_option: option("Friday") },
		{ type: "overflow", selected_option: option("Snooze") },
		{ type: "plain_text_input", action_id: "text", value: "hello" },
	]);
	expect(actions[2]?.state?.values).toMatchObject({
		row: { when: { selected_option: option("Friday") } },
		note: { text: { value: "hello" } },
	});
	expect(ana.messages()[0]).toBe(
		"[Yes] When: Friday [... Snooze | Stop]\nNote: hello",
	);
});

test("text that dispatches on Enter stays quiet until then", async () => {
	const { posted } = await start();
	const act = {
		type: "input" as const,
		place: {
			kind: "message" as const,
			conversation: posted.channel ?? "",
			ts: posted.ts ?? "",
		},
		block_id: "note",
		action_id: "text",
		value: { type: "plain_text_input", value: "he" },
	};
	await tiny.slack.act("T0ACME", "U01ANA", act);
	expect(actions).toHaveLength(0);
	await tiny.slack.act("T0ACME", "U01ANA", { ...act, enter: true });
	expect(actions).toHaveLength(1);
});

test("a button on Home has a view and no response_url", async () => {
	const { ana } = await start();
	await ana.opensHome();
	await ana.clicks("Yes");
	const home = tiny.slack.surface("T0ACME", "U01ANA").home;
	expect(actions[0]).toMatchObject({
		container: { type: "view", view_id: home?.id },
		view: { type: "home", id: home?.id },
	});
	expect(actions[0]).not.toHaveProperty("response_url");
	expect(actions[0]).not.toHaveProperty("message");
});

test("response_url replaces, adds, deletes", async () => {
	const { ana } = await start({ text: "Done", replace_original: true });
	await ana.clicks("Yes");
	await ana.sees("Done");
	expect(ana.messages()).toEqual(["Done"]);
	await tiny.stop();

	const added = await start({ text: "By the way" });
	await added.ana.clicks("Yes");
	await added.ana.sees("By the way");
	expect(added.ana.messages()).toHaveLength(2);
	const { conversations } = tiny.slack.surface("T0ACME", "U01ANA");
	expect(conversations[0]?.messages.at(-1)?.ephemeral).toBe(true);
	await tiny.stop();

	const gone = await start({ text: "", delete_original: true });
	await gone.ana.clicks("Yes");
	expect(gone.ana.messages()).toEqual([]);
});

test("a response_url takes five answers, for thirty minutes", async () => {
	let now = 1_800_000_000_000;
	const { ana } = await start(undefined, { now: () => now });
	const answer = async (url = "") => {
		const body = JSON.stringify({ text: "again" });
		return (await fetch(url, { method: "POST", body })).status;
	};
	await ana.clicks("Yes");
	const { response_url } = actions[0] ?? {};
	const statuses = [];
	for (let i = 0; i < 6; i += 1) statuses.push(await answer(response_url));
	expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
	await ana.clicks("Yes");
	const later = actions[1]?.response_url;
	now += 30 * 60_000;
	expect(await answer(later)).toBe(200);
	now += 1;
	expect(await answer(later)).toBe(404);
});

test("a button nobody answers gives a notice", async () => {
	const { ana } = await start();
	tiny.slack.setRequestUrl("http://127.0.0.1:1/");
	const error = "Mentor is not responding.";
	expect(await ana.clicks("Yes")).toEqual({ ok: false, error });
	expect(ana.notices()).toEqual([error]);
});
