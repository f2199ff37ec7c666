import { exactlyOne } from "./bonds.ts";
import * as format from "./formats.ts";
import { sentences as say } from "./sentences.ts";
import {
	flag,
	kinds,
	list,
	required,
	type Schema,
	shape,
	text,
	typed,
	word,
} from "./vocabulary.ts";

/** Slack's composition objects: what blocks and elements are made of. */

export const plain = (max: number) =>
	typed("plain_text", { text: required(text(max)), emoji: flag });

export const mrkdwn = (max: number) =>
	typed("mrkdwn", { text: required(text(max)), verbatim: flag });

export const plainText = (max: number): Schema => kinds(plain(max));

export const anyText = (max: number): Schema => kinds(plain(max), mrkdwn(max));

/** Sources give 75 and 150 for `value`; the table of limits keeps 75. */
const option = (name: string, label: Schema, more: Record<string, Schema>) =>
	shape(name, {
		text: required(label),
		value: required(text(75)),
		description: label,
		...more,
	});

export const menuOption = option("option", plainText(75), {});

/** In checkboxes and radio buttons an option may be formatted. */
export const choiceOption = option("choice_option", anyText(75), {});

export const overflowOption = option("overflow_option", plainText(75), {
	url: text(3000, format.url),
});

export const optionGroup = shape("option_group", {
	label: required(plainText(75)),
	options: required(list(menuOption, 1, 100)),
});

export const confirm = shape("confirm", {
	title: required(plainText(100)),
	// The types allow mrkdwn here, the reference does not.
	text: required(plainText(300)),
	confirm: required(plainText(30)),
	deny: required(plainText(30)),
	style: word("primary", "danger"),
});

export const dispatchActionConfig = shape("dispatch_action_config", {
	trigger_actions_on: required(
		list(word("on_enter_pressed", "on_character_entered"), 1, 2),
	),
});

export const conversationFilter = shape(
	"filter",
	{
		include: list(word("im", "mpim", "private", "public"), 1, 4),
		exclude_external_shared_channels: flag,
		exclude_bot_users: flag,
	},
	{
		rule: "filters by something",
		holds: (fields) => Object.keys(fields).length > 0,
		at: "",
		says: say.missing("include"),
	},
);

export const slackFile = shape(
	"slack_file",
	{ id: text(255), url: text(3000, format.webUrl) },
	exactlyOne("id", "url"),
);
