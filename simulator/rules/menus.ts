import * as bond from "./bonds.ts";
import {
	confirm,
	conversationFilter,
	menuOption,
	optionGroup,
	plainText,
} from "./composition.ts";
import {
	type Bond,
	type Field,
	flag,
	list,
	text,
	typed,
	whole,
} from "./vocabulary.ts";

/** Select menus: five sources of options, one choice or several. */

const id = text(255);
const count = (min: number) => whole(min, Number.POSITIVE_INFINITY);

const menu = (type: string, fields: Record<string, Field>, ...bonds: Bond[]) =>
	typed(
		type,
		{
			action_id: id,
			placeholder: plainText(150),
			confirm,
			focus_on_load: flag,
			...fields,
		},
		...bonds,
	);

const severalMenu = (
	type: string,
	initial: string,
	fields: Record<string, Field>,
	...bonds: Bond[]
) =>
	menu(
		type,
		{ max_selected_items: count(1), ...fields },
		...bonds,
		bond.initialWithinMaximum(initial),
	);

const staticOptions = {
	options: list(menuOption, 1, 100),
	option_groups: list(optionGroup, 1, 100),
};

const optionsOrGroups = [
	bond.exactlyOne("options", "option_groups"),
	bond.uniqueValues,
];

export const oneChoice = [
	menu(
		"static_select",
		{ ...staticOptions, initial_option: menuOption },
		...optionsOrGroups,
		bond.initialAmongOptions("initial_option"),
	),
	menu("external_select", {
		initial_option: menuOption,
		min_query_length: count(0),
	}),
	menu("users_select", { initial_user: id }),
	menu("conversations_select", {
		initial_conversation: id,
		default_to_current_conversation: flag,
		response_url_enabled: flag,
		filter: conversationFilter,
	}),
	menu("channels_select", { initial_channel: id, response_url_enabled: flag }),
];

export const severalChoices = [
	severalMenu(
		"multi_static_select",
		"initial_options",
		{ ...staticOptions, initial_options: list(menuOption, 1, 100) },
		...optionsOrGroups,
		bond.initialAmongOptions("initial_options"),
	),
	severalMenu("multi_external_select", "initial_options", {
		initial_options: list(menuOption, 1, 100),
		min_query_length: count(0),
	}),
	severalMenu("multi_users_select", "initial_users", {
		initial_users: list(id, 1, 100),
	}),
	severalMenu("multi_conversations_select", "initial_conversations", {
		initial_conversations: list(id, 1, 100),
		default_to_current_conversation: flag,
		filter: conversationFilter,
	}),
	severalMenu("multi_channels_select", "initial_channels", {
		initial_channels: list(id, 1, 100),
	}),
];
