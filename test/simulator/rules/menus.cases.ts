import * as bond from "./bonds.cases.ts";
import { chars, flag, given, whole } from "./case.ts";
import { manyOptions, options } from "./composition.cases.ts";
import { listOf, object, plain } from "./compound.ts";
import { accessory, option, type Subjects } from "./subject.ts";

const shared = {
	action_id: chars(255),
	placeholder: plain(150),
	confirm: object("confirm"),
	focus_on_load: flag,
};

const several = {
	...shared,
	max_selected_items: whole(1, Number.POSITIVE_INFINITY),
};

const staticFields = {
	options: options(100, "option"),
	option_groups: given(
		{ options: undefined },
		listOf(1, 100, object("option_group"), (_, i) => ({
			label: { type: "plain_text", text: "Group" },
			options: [option(`v${i}`)],
		})),
	),
};

const staticBonds = {
	"exactly one of options and option_groups": bond.orGroups,
	"values of options are unique": bond.uniqueInGroups,
};

export const menus: Subjects = {
	static_select: {
		held: accessory,
		least: { type: "static_select", options: [option("a")] },
		fields: { ...shared, ...staticFields, initial_option: object("option") },
		bonds: {
			...staticBonds,
			"initial_option among the options": bond.oneAmong,
		},
	},
	external_select: {
		held: accessory,
		least: { type: "external_select" },
		fields: {
			...shared,
			initial_option: object("option"),
			min_query_length: whole(0, Number.POSITIVE_INFINITY),
		},
	},
	users_select: {
		held: accessory,
		least: { type: "users_select" },
		fields: { ...shared, initial_user: chars(255) },
	},
	conversations_select: {
		held: accessory,
		least: { type: "conversations_select" },
		fields: {
			...shared,
			initial_conversation: chars(255),
			default_to_current_conversation: flag,
			response_url_enabled: flag,
			filter: object("filter"),
		},
	},
	channels_select: {
		held: accessory,
		least: { type: "channels_select" },
		fields: {
			...shared,
			initial_channel: chars(255),
			response_url_enabled: flag,
		},
	},
	multi_static_select: {
		held: accessory,
		least: { type: "multi_static_select", options: [option("a")] },
		fields: {
			...several,
			...staticFields,
			initial_options: given({ options: manyOptions }, options(100, "option")),
		},
		bonds: {
			...staticBonds,
			"initial_options among the options": bond.severalAmong,
			"initial_options within max_selected_items": bond.within(
				"initial_options",
				[option("a"), option("b")],
				{ options: [option("a"), option("b")] },
			),
		},
	},
	multi_external_select: {
		held: accessory,
		least: { type: "multi_external_select" },
		fields: {
			...several,
			initial_options: options(100, "option"),
			min_query_length: whole(0, Number.POSITIVE_INFINITY),
		},
		bonds: {
			"initial_options within max_selected_items": bond.within(
				"initial_options",
				[option("a"), option("b")],
			),
		},
	},
	multi_users_select: {
		held: accessory,
		least: { type: "multi_users_select" },
		fields: { ...several, initial_users: listOf(1, 100, chars(255)) },
		bonds: {
			"initial_users within max_selected_items": bond.within("initial_users", [
				"U1",
				"U2",
			]),
		},
	},
	multi_conversations_select: {
		held: accessory,
		least: { type: "multi_conversations_select" },
		fields: {
			...several,
			initial_conversations: listOf(1, 100, chars(255)),
			default_to_current_conversation: flag,
			filter: object("filter"),
		},
		bonds: {
			"initial_conversations within max_selected_items": bond.within(
				"initial_conversations",
				["C1", "C2"],
			),
		},
	},
	multi_channels_select: {
		held: accessory,
		least: { type: "multi_channels_select" },
		fields: { ...several, initial_channels: listOf(1, 100, chars(255)) },
		bonds: {
			"initial_channels within max_selected_items": bond.within(
				"initial_channels",
				["C1", "C2"],
			),
		},
	},
};
