import { type Case, chars, flag, needed } from "./case.ts";
import { anyText, either, listOf, mrkdwn, oneOf, plain } from "./compound.ts";
import { image } from "./elements.cases.ts";
import { block, plainly, type Subjects } from "./subject.ts";

const block_id = chars(255);

const shared = ["checkboxes", "radio_buttons", "datepicker", "timepicker"];

const oneChoice = [
	"static_select",
	"external_select",
	"users_select",
	"conversations_select",
	"channels_select",
];

const severalChoices = oneChoice.map((name) => `multi_${name}`);

/** An image or a text; only what neither is can be unsupported. */
const imageOrText: Case = {
	...either(oneOf("image"), plain(3000), mrkdwn(3000)),
	bad: (samples) => [
		...oneOf("image").bad(samples),
		...mrkdwn(3000)
			.bad(samples)
			.filter(({ at }) => at === "/text" || at === "/verbatim"),
	],
};

export const blocks: Subjects = {
	section: {
		held: block,
		least: { type: "section", text: plainly("Hello") },
		fields: {
			block_id,
			text: anyText(3000),
			fields: listOf(1, 10, anyText(2000)),
			accessory: oneOf(
				"button",
				"overflow",
				"image",
				...shared,
				...oneChoice,
				...severalChoices,
			),
			expand: flag,
		},
		bonds: {
			"text or fields": {
				good: [{ text: undefined, fields: [plainly("Hello")] }],
				bad: [
					{
						given: { text: undefined },
						says: "must define either `text` or `fields`",
						at: "/type",
					},
				],
			},
		},
	},
	header: {
		held: block,
		least: { type: "header", text: plainly("Hello") },
		fields: { block_id, text: needed(plain(150)) },
	},
	context: {
		held: block,
		least: { type: "context", elements: [plainly("Hello")] },
		fields: { block_id, elements: needed(listOf(1, 10, imageOrText)) },
	},
	divider: { held: block, least: { type: "divider" }, fields: { block_id } },
	actions: {
		held: block,
		least: {
			type: "actions",
			elements: [{ type: "button", text: plainly("Go") }],
		},
		fields: {
			block_id,
			elements: needed(
				listOf(
					1,
					25,
					oneOf(
						"button",
						"overflow",
						...shared,
						"datetimepicker",
						...oneChoice,
					),
				),
			),
		},
	},
	input: {
		held: block,
		least: {
			type: "input",
			label: plainly("Goal"),
			element: { type: "plain_text_input" },
		},
		fields: {
			block_id,
			label: needed(plain(2000)),
			hint: plain(2000),
			optional: flag,
			dispatch_action: flag,
			element: needed(
				oneOf(
					...shared,
					"datetimepicker",
					...oneChoice,
					...severalChoices,
					"plain_text_input",
					"number_input",
					"email_text_input",
					"url_text_input",
					"rich_text_input",
					"file_input",
				),
			),
		},
		bonds: {
			"file_input without dispatch_action": {
				good: [{ element: { type: "file_input" }, dispatch_action: false }],
				bad: [
					{
						given: { element: { type: "file_input" }, dispatch_action: true },
						says: "unsupported type: file_input",
						at: "/element/type",
					},
				],
			},
		},
	},
	image_block: {
		held: block,
		...image,
		fields: { block_id, ...image.fields, title: plain(2000) },
	},
	markdown: {
		held: block,
		least: { type: "markdown", text: "Hello" },
		fields: { block_id, text: needed(chars(12_000)) },
	},
};
