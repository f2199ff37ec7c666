import * as block from "./blocks.ts";
import { dataTable, dataVisualization } from "./charts.ts";
import { plainText } from "./composition.ts";
import { richText } from "./rich-text.ts";
import { table } from "./table.ts";
import {
	flag,
	kinds,
	list,
	map,
	maybeEmpty,
	required,
	shape,
	text,
	typed,
} from "./vocabulary.ts";

/** What Slack shows blocks on, and which blocks may stand there. */

const everywhere = [
	block.section,
	block.header,
	block.context,
	block.divider,
	block.actions,
	block.inputBlock,
	block.imageBlock,
	richText,
];

/** Slack takes longer texts and cuts them; 4,000 is what it advises. */
export const messageText = text(4000);

/** Empty where a message is to keep only its text. */
export const messageBlocks = list(
	kinds(...everywhere, block.markdown, table, dataVisualization, dataTable),
	0,
	50,
);

export const messageMetadata = shape("metadata", {
	event_type: required(text(255)),
	event_payload: required(map),
});

const viewFields = {
	blocks: required(list(kinds(...everywhere), 1, 100)),
	private_metadata: maybeEmpty(3000),
	callback_id: maybeEmpty(255),
	external_id: maybeEmpty(255),
};

const modal = typed("modal", {
	...viewFields,
	title: required(plainText(24)),
	submit: plainText(24),
	close: plainText(24),
	clear_on_close: flag,
	notify_on_close: flag,
});

const home = typed("home", viewFields);

export const anyView = kinds(modal, home);

/** What a submission may be answered with is a modal. */
export const modalView = kinds(modal);
