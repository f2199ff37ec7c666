import * as bond from "./bonds.cases.ts";
import { chars, flag, free, given, needed } from "./case.ts";
import { listOf, object, oneOf, plain } from "./compound.ts";
import {
	answer,
	metadata,
	option,
	plainly,
	type Subjects,
	view,
} from "./subject.ts";

/** What a modal and a home tab show; a message shows four more. */
export const viewBlocks = [
	"section",
	"header",
	"context",
	"divider",
	"actions",
	"input",
	"image_block",
	"rich_text",
];

const viewFields = {
	blocks: needed(listOf(1, 100, oneOf(...viewBlocks))),
	private_metadata: chars(3000, undefined, 0),
	callback_id: chars(255, undefined, 0),
	external_id: chars(255, undefined, 0),
};

export const surfaces: Subjects = {
	modal: {
		held: view,
		least: {
			type: "modal",
			title: plainly("Ask"),
			blocks: [{ type: "divider" }],
		},
		fields: {
			...viewFields,
			blocks: given({ submit: plainly("Send") }, viewFields.blocks),
			title: needed(plain(24)),
			submit: plain(24),
			close: plain(24),
			clear_on_close: flag,
			notify_on_close: flag,
		},
	},
	home: {
		held: view,
		least: { type: "home", blocks: [{ type: "divider" }] },
		fields: viewFields,
	},
	metadata: {
		held: metadata,
		least: { event_type: "delivery", event_payload: {} },
		fields: { event_type: needed(chars(255)), event_payload: needed(free) },
	},
	suggestions: {
		held: answer,
		least: { options: [option("a")] },
		fields: {
			options: listOf(0, 100, object("option"), (_, i) => option(`v${i}`)),
			option_groups: given(
				{ options: undefined },
				listOf(0, 100, object("option_group"), (_, i) => ({
					label: plainly("Group"),
					options: [option(`v${i}`)],
				})),
			),
		},
		bonds: {
			"exactly one of options and option_groups": bond.orGroups,
			"values of options are unique": bond.uniqueInGroups,
		},
	},
};
