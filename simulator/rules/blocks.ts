import { isFields } from "./breaches.ts";
import { anyText, mrkdwn, plain, plainText } from "./composition.ts";
import * as element from "./elements.ts";
import * as input from "./inputs.ts";
import * as menus from "./menus.ts";
import { sentences as say } from "./sentences.ts";
import {
	type Bond,
	flag,
	kinds,
	list,
	required,
	type Shape,
	text,
	typed,
} from "./vocabulary.ts";

/** The blocks Mentor sends, and which elements may stand in which. */

const block_id = text(255);

const { button, overflow, image } = element;
const choices = [element.checkboxes, element.radioButtons];
const pickers = [element.datepicker, element.timepicker];

const textOrFields: Bond = {
	rule: "text or fields",
	holds: ({ text: said, fields }) => said !== undefined || fields !== undefined,
	at: "type",
	says: say.textOrFields,
};

/** A file input cannot dispatch; Slack calls its type unsupported then. */
const filesDoNotDispatch: Bond = {
	rule: "file_input without dispatch_action",
	holds: ({ dispatch_action, element: inside }) =>
		dispatch_action !== true ||
		!isFields(inside) ||
		inside.type !== "file_input",
	at: "element/type",
	says: say.unsupported("file_input"),
};

export const section = typed(
	"section",
	{
		block_id,
		text: anyText(3000),
		fields: list(anyText(2000), 1, 10),
		accessory: kinds(
			button,
			overflow,
			image,
			...choices,
			...pickers,
			...menus.oneChoice,
			...menus.severalChoices,
		),
		expand: flag,
	},
	textOrFields,
);

export const header = typed("header", {
	block_id,
	text: required(plainText(150)),
});

export const context = typed("context", {
	block_id,
	elements: required(list(kinds(image, plain(3000), mrkdwn(3000)), 1, 10)),
});

export const divider = typed("divider", { block_id });

/** Sources disagree on multi selects and rich text inputs here: refused. */
export const actions = typed("actions", {
	block_id,
	elements: required(
		list(
			kinds(
				button,
				overflow,
				...choices,
				...pickers,
				element.datetimepicker,
				...menus.oneChoice,
			),
			1,
			25,
		),
	),
});

export const inputBlock = typed(
	"input",
	{
		block_id,
		label: required(plainText(2000)),
		hint: plainText(2000),
		optional: flag,
		dispatch_action: flag,
		element: required(
			kinds(
				...choices,
				...pickers,
				element.datetimepicker,
				...menus.oneChoice,
				...menus.severalChoices,
				input.plainTextInput,
				input.numberInput,
				input.emailInput,
				input.urlInput,
				input.richTextInput,
				input.fileInput,
			),
		),
	},
	filesDoNotDispatch,
);

/** Named apart from the element of the same type. */
export const imageBlock: Shape = {
	...typed(
		"image",
		{ block_id, ...element.imageFields, title: plainText(2000) },
		element.imageSource,
	),
	name: "image_block",
};

export const markdown = typed("markdown", {
	block_id,
	text: required(text(12_000)),
});
