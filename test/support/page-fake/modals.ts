import type { Block, StateValues, View } from "../../../simulator/surface.ts";
import {
	actions,
	button,
	context,
	divider,
	header,
	input,
	option,
	options,
	plain,
	section,
} from "./parts.ts";

/** One of each kind of input, in the words of a profile. */
export const everyInput: Block[] = [
	section(
		"intro",
		"Everything here can be changed later. *Private* fields say so beside them.",
	),
	input(
		"goal",
		"What do you want to get better at?",
		{
			type: "plain_text_input",
			max_length: 120,
			placeholder: plain("For example: leading a first project"),
		},
		{ hint: plain("Your mentor reads this. Program managers do not.") },
	),
	input(
		"about",
		"A few words about you",
		{ type: "plain_text_input", multiline: true, max_length: 600 },
		{ optional: true },
	),
	input("email", "Email for calendar files", { type: "email_text_input" }),
	input("link", "A page about you", { type: "url_text_input" }),
	input("years", "Years in this field", {
		type: "number_input",
		is_decimal_allowed: false,
		min_value: "0",
		max_value: "60",
	}),
	input("role", "How do you want to take part?", {
		type: "radio_buttons",
		options: [
			option("Mentee", "I look for somebody to learn from"),
			option("Mentor", "I offer what I know"),
			option("Both"),
		],
	}),
	input("kinds", "Kinds of mentoring", {
		type: "checkboxes",
		options: [
			option("One to one", "Six months, the standard"),
			option("Flash", "One meeting of 30 minutes on one question"),
			option("Peer"),
		],
	}),
	input("rhythm", "Rhythm", {
		type: "static_select",
		placeholder: plain("Choose a rhythm"),
		options: options("Weekly", "Every two weeks", "Monthly"),
	}),
	input("level", "Level", {
		type: "multi_static_select",
		option_groups: [
			{ label: plain("Craft"), options: options("Learning", "Working") },
			{ label: plain("Beyond"), options: options("Expert", "Teaching") },
		],
	}),
	input("topic", "Topic", {
		type: "external_select",
		min_query_length: 1,
		placeholder: plain("Search topics"),
	}),
	input("topics", "More topics", {
		type: "multi_external_select",
		min_query_length: 1,
		max_selected_items: 2,
	}),
	input("who", "Who recommended you?", { type: "users_select" }),
	input("circle", "Who else knows you?", { type: "multi_users_select" }),
	input("channel", "Report channel", {
		type: "conversations_select",
		filter: { include: ["public"] },
	}),
	input(
		"private",
		"Where the report goes",
		{
			type: "conversations_select",
			filter: { include: ["private"], exclude_bot_users: true },
		},
		{ optional: true },
	),
	input(
		"files",
		"The list of people",
		{ type: "file_input", filetypes: ["csv"], max_files: 2 },
		{ optional: true },
	),
	input("start", "First day", { type: "datepicker" }),
	input("hour", "Best time of day", { type: "timepicker" }),
	input("first", "First meeting", { type: "datetimepicker" }),
	input(
		"echo",
		"Say it again",
		{ type: "plain_text_input" },
		{ dispatch_action: true, optional: true },
	),
	divider("line"),
	actions("more", [
		button("What others see", "demo:push"),
		button("Start over", "demo:reset", {
			style: "danger",
			confirm: {
				title: plain("Start over?"),
				text: plain("What you typed here is lost."),
				confirm: plain("Start over"),
				deny: plain("Keep it"),
				style: "danger",
			},
		}),
	]),
	context("small", "_Saved as one goes._ Ask <@U1001> or <#C1> for help."),
];

export const pushed: Block[] = [
	header("pushed-head", "What others see"),
	section("pushed-1", "*Your mentor* sees the ask and your goal."),
	section(
		"pushed-2",
		"*Program managers* see that a request exists, as a number.",
	),
	section("pushed-3", "*Your manager* sees nothing."),
	actions("pushed-more", [button("And who sees that?", "demo:push")]),
];

/** A view whose inputs hold nothing yet. */
export function modal(
	id: string,
	title: string,
	blocks: Block[],
	submit: string | null,
): View {
	return {
		id,
		type: "modal",
		callback_id: "demo",
		title,
		submit,
		close: submit ? "Cancel" : "Back",
		blocks,
		values: {} satisfies StateValues,
		errors: {},
	};
}
