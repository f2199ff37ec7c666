import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { InputBlock, KnownBlock } from "@slack/types";
import type { Driver } from "../support/driver.ts";
import { startTiny, type Tiny } from "./tiny-app.ts";

/** Each kind of input: what the person does, and what the app is sent. */

const plain = (text: string) => ({ type: "plain_text" as const, text });
const option = (text: string) => ({
	text: plain(text),
	value: text.toLowerCase(),
});
const options = ["One", "Two", "Three"].map(option);

type Case = {
	element: InputBlock["element"];
	untouched: object;
	/** What is done to fill it; the value that comes of it. */
	act?: (ana: Driver) => Promise<void>;
	filled?: object;
};

const cases: Record<string, Case> = {
	"a text": {
		element: { type: "plain_text_input", action_id: "x" },
		untouched: { value: null },
		act: (ana) => ana.fills("Label", "hello"),
		filled: { value: "hello" },
	},
	"a text with an initial value": {
		element: { type: "plain_text_input", action_id: "x", initial_value: "hi" },
		untouched: { value: "hi" },
		act: (ana) => ana.fills("Label", ""),
		filled: { value: null },
	},
	"a number": {
		element: {
			type: "number_input",
			action_id: "x",
			is_decimal_allowed: false,
		},
		untouched: { value: null },
		act: (ana) => ana.fills("Label", "7"),
		filled: { value: "7" },
	},
	"an email address": {
		element: { type: "email_text_input", action_id: "x" },
		untouched: { value: null },
		act: (ana) => ana.fills("Label", "a@example.com"),
		filled: { value: "a@example.com" },
	},
	"a url": {
		element: { type: "url_text_input", action_id: "x" },
		untouched: { value: null },
		act: (ana) => ana.fills("Label", "https://example.com"),
		filled: { value: "https://example.com" },
	},
	"a date": {
		element: { type: "datepicker", action_id: "x", initial_date: "2030-01-31" },
		untouched: { selected_date: "2030-01-31" },
		act: (ana) => ana.fills("Label", "2030-02-01"),
		filled: { selected_date: "2030-02-01" },
	},
	"a time": {
		element: { type: "timepicker", action_id: "x" },
		untouched: { selected_time: null },
		act: (ana) => ana.fills("Label", "09:30"),
		filled: { selected_time: "09:30" },
	},
	"a date and time": {
		element: { type: "datetimepicker", action_id: "x" },
		untouched: { selected_date_time: null },
		act: (ana) => ana.fills("Label", "2030-01-01T00:00:00Z"),
		filled: { selected_date_time: 1_893_456_000 },
	},
	"a select": {
		element: { type: "static_select", action_id: "x", options },
		untouched: { selected_option: null },
		act: (ana) => ana.chooses("Label", "Two"),
		filled: { selected_option: option("Two") },
	},
	"a select with groups": {
		element: {
			type: "static_select",
			action_id: "x",
			option_groups: [{ label: plain("G"), options }],
		},
		untouched: { selected_option: null },
		act: (ana) => ana.chooses("Label", "Three"),
		filled: { selected_option: option("Three") },
	},
	"a select of several": {
		element: { type: "multi_static_select", action_id: "x", options },
		untouched: { selected_options: [] },
		act: (ana) => ana.chooses("Label", "One", "Three"),
		filled: { selected_options: [option("One"), option("Three")] },
	},
	"radio buttons": {
		element: {
			type: "radio_buttons",
			action_id: "x",
			options,
			initial_option: option("One"),
		},
		untouched: { selected_option: option("One") },
		act: (ana) => ana.chooses("Label", "Two"),
		filled: { selected_option: option("Two") },
	},
	checkboxes: {
		element: {
			type: "checkboxes",
			action_id: "x",
			options,
			initial_options: [option("One")],
		},
		untouched: { selected_options: [option("One")] },
		act: (ana) => ana.chooses("Label"),
		filled: { selected_options: [] },
	},
	"a person": {
		element: { type: "users_select", action_id: "x" },
		untouched: { selected_user: null },
		act: (ana) => ana.chooses("Label", "Ben Okafor"),
		filled: { selected_user: "U02BEN" },
	},
	"several people": {
		element: { type: "multi_users_select", action_id: "x" },
		untouched: { selected_users: [] },
		act: (ana) => ana.chooses("Label", "Chen Wei", "Dana Novak"),
		filled: { selected_users: ["U03CHEN", "U04DANA"] },
	},
	"a channel": {
		element: { type: "channels_select", action_id: "x" },
		untouched: { selected_channel: null },
		act: (ana) => ana.chooses("Label", "#general"),
		filled: { selected_channel: "C0GENERAL" },
	},
	"a conversation": {
		element: { type: "conversations_select", action_id: "x" },
		untouched: { selected_conversation: null },
		act: (ana) => ana.chooses("Label", "#hr-team"),
		filled: { selected_conversation: "G0HR" },
	},
	"an external select": {
		element: { type: "external_select", action_id: "x", min_query_length: 2 },
		untouched: { selected_option: null },
		act: (ana) => ana.chooses("Label", 'use "rust"'),
		filled: { selected_option: { ...option('use "rust"'), value: "own" } },
	},
	"several from an external select": {
		element: { type: "multi_external_select", action_id: "x" },
		untouched: { selected_options: [] },
		act: (ana) => ana.chooses("Label", "One", "Three"),
		filled: { selected_options: [option("One"), option("Three")] },
	},
};

let tiny: Tiny;
let blocks: KnownBlock[];
let sent: unknown;

beforeAll(async () => {
	tiny = await startTiny("http", (app) => {
		app.command("/mentor", async ({ ack, client, body }) => {
			await ack();
			const view = {
				type: "modal" as const,
				callback_id: "form",
				title: plain("Form"),
				submit: plain("Send"),
				blocks,
			};
			await client.views.open({ trigger_id: body.trigger_id, view });
		});
		app.view("form", async ({ ack, view }) => {
			sent = view.state.values;
			await ack();
		});
		app.options("x", ({ ack, options: { value } }) => {
			const own = { text: plain(`use "${value}"`), value: "own" };
			return ack({ options: [...options, own] });
		});
	});
});
afterAll(() => tiny.stop());

test.each(Object.entries(cases))("%s", async (_, one) => {
	const { element, untouched, act, filled } = one;
	blocks = [
		{
			type: "input",
			block_id: "b",
			label: plain("Label"),
			optional: true,
			element,
		},
	];
	const ana = tiny.slack.person("T0ACME", "U01ANA");
	const { type } = element;
	await ana.types("/mentor");
	await ana.submits();
	expect(sent).toEqual({ b: { x: { type, ...untouched } } });
	await ana.types("/mentor");
	await act?.(ana);
	await ana.submits();
	const { selected_option } = (filled ?? {}) as { selected_option?: object };
	const expected = selected_option ? { selected_option } : filled;
	expect(sent).toMatchObject({ b: { x: { type, ...expected } } });
});

test("nobody can send what was not rendered", async () => {
	blocks = [
		{
			type: "input",
			block_id: "b",
			label: plain("Label"),
			element: { type: "static_select", action_id: "x", options },
		},
	];
	const ana = tiny.slack.person("T0ACME", "U01ANA");
	await ana.types("/mentor");
	await ana.sees("Form");
	await expect(ana.chooses("Label", "Four")).rejects.toThrow(
		'"Four" cannot be chosen; there is: One, Two, Three',
	);
	const view_id = tiny.slack.surface("T0ACME", "U01ANA").modals[0]?.id ?? "";
	const place = { kind: "view" as const, view_id };
	const value = { type: "static_select", selected_option: option("Four") };
	const act = { type: "input" as const, place, block_id: "b", action_id: "x" };
	expect(await tiny.slack.act("T0ACME", "U01ANA", { ...act, value })).toEqual({
		ok: false,
		error: "This cannot be chosen here.",
	});
	expect(await tiny.slack.act("T0ACME", "U02BEN", { ...act, value })).toEqual({
		ok: false,
		error: "This is no longer there.",
	});
	await ana.closes();
});
