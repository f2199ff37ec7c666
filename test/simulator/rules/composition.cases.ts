import { chars, flag, needed, words } from "./case.ts";
import { anyText, listOf, object, plain } from "./compound.ts";
import * as look from "./looks.ts";
import * as at from "./subject.ts";
import { option, plainly, type Subjects } from "./subject.ts";

const distinct = (item: unknown, i: number) => ({
	...(typeof item === "object" ? item : {}),
	value: `v${i}`,
});

/** Options that differ, as many as a menu may hold. */
export const options = (max: number, name: string) =>
	listOf(1, max, object(name), distinct);

/** The options that a full list of chosen ones comes from. */
export const manyOptions = Array.from({ length: 100 }, (_, i) =>
	distinct(option("a"), i),
);

const filterByNothing = "missing required field: include";

export const composition: Subjects = {
	option: {
		held: at.inMenu,
		least: option("a"),
		fields: {
			text: needed(plain(75)),
			value: needed(chars(75)),
			description: plain(75),
		},
	},
	choice_option: {
		held: at.inRadio,
		least: option("a"),
		fields: {
			text: needed(anyText(75)),
			value: needed(chars(75)),
			description: anyText(75),
		},
	},
	overflow_option: {
		held: at.inOverflow,
		least: option("a"),
		fields: {
			text: needed(plain(75)),
			value: needed(chars(75)),
			description: plain(75),
			url: chars(3000, look.url),
		},
	},
	option_group: {
		held: at.inGroups,
		least: { label: plainly("A"), options: [option("a")] },
		fields: {
			label: needed(plain(75)),
			options: needed(options(100, "option")),
		},
	},
	confirm: {
		held: at.confirmation,
		least: {
			title: plainly("Sure"),
			text: plainly("This ends it."),
			confirm: plainly("Yes"),
			deny: plainly("No"),
		},
		fields: {
			title: needed(plain(100)),
			text: needed(plain(300)),
			confirm: needed(plain(30)),
			deny: needed(plain(30)),
			style: words("primary", "danger"),
		},
	},
	dispatch_action_config: {
		held: at.inDispatch,
		least: { trigger_actions_on: ["on_enter_pressed"] },
		fields: {
			trigger_actions_on: needed(
				listOf(1, 2, words("on_enter_pressed", "on_character_entered")),
			),
		},
	},
	filter: {
		held: at.inFilter,
		least: { exclude_bot_users: true },
		fields: {
			include: listOf(1, 4, words("im", "mpim", "private", "public")),
			exclude_external_shared_channels: flag,
			exclude_bot_users: flag,
		},
		bonds: {
			"filters by something": {
				good: [{ include: ["im"], exclude_bot_users: undefined }],
				bad: [
					{
						given: { exclude_bot_users: undefined },
						says: filterByNothing,
						at: "",
					},
				],
			},
		},
	},
	slack_file: {
		held: at.inImage,
		least: { id: "F1" },
		fields: {
			id: chars(255),
			url: { ...chars(3000, look.webUrl), given: { id: undefined } },
		},
		bonds: {
			"exactly one of id and url": {
				good: [{ id: undefined, url: "https://example.com/a.png" }],
				bad: [{ id: undefined }, { url: "https://example.com/a.png" }].map(
					(given) => ({
						given,
						says: "must define exactly one of `id` and `url`",
						at: "",
					}),
				),
			},
		},
	},
};
