import type { Problem } from "../../../simulator/rules/check.ts";
import type { Fields } from "../../../simulator/rules/vocabulary.ts";
import { option, plainly } from "./subject.ts";

/** Whole payloads: some that keep a rule, one that breaks it and only it. */
export type PayloadCase = { good: Fields[]; bad: [Fields, ...Problem[]] };

const inMessage = (...blocks: Fields[]): Fields => ({ text: "Hello", blocks });

const inModal = (...blocks: Fields[]): Fields => ({
	type: "modal",
	title: plainly("Ask"),
	submit: plainly("Send"),
	blocks,
});

const inHome = (...blocks: Fields[]): Fields => ({ type: "home", blocks });

const problem = (error: string, says: string, at: string): Problem => ({
	error,
	message: `${says} [json-pointer:${at}]`,
});

const divider = (block_id: string) => ({ type: "divider", block_id });

const actions = (...action_ids: string[]) => ({
	type: "actions",
	elements: action_ids.map((action_id) => ({
		type: "button",
		text: plainly("Go"),
		action_id,
	})),
});

const markdown = (length: number) => ({
	type: "markdown",
	text: "x".repeat(length),
});

const table = { type: "table", rows: [[{ type: "raw_text", text: "1" }]] };

const chart = {
	type: "data_visualization",
	title: "Chart",
	chart: { type: "pie", segments: [{ label: "x", value: 1 }] },
};

const dataTable = (length: number) => ({
	type: "data_table",
	caption: "Rows",
	rows: [[{ type: "raw_text", text: "x".repeat(length) }]],
});

const input = (more: Fields = {}) => ({
	type: "input",
	label: plainly("Goal"),
	element: { type: "plain_text_input", ...more },
});

/** The ids of blocks and actions, wherever blocks stand. */
const ids = (
	put: (...blocks: Fields[]) => Fields,
	error: string,
	at: string,
): Record<string, PayloadCase> => ({
	"block ids are unique in a payload": {
		good: [put(divider("a"), divider("b"))],
		bad: [
			put(divider("a"), divider("b"), divider("a")),
			problem(error, '`block_id` "a" already exists', `${at}/2/block_id`),
		],
	},
	"action ids are unique in a block": {
		good: [put(actions("a", "b"), actions("a"))],
		bad: [
			put(actions("a", "a")),
			problem(
				error,
				'`action_id` "a" already exists',
				`${at}/0/elements/1/action_id`,
			),
		],
	},
});

/** Counted over fields, options and cells alike. */
const letters = (length: number) =>
	inMessage(
		markdown(length - 4),
		{ type: "section", fields: [plainly("1")] },
		{
			type: "actions",
			elements: [{ type: "static_select", options: [option("2")] }],
		},
		{
			type: "rich_text",
			elements: [
				{
					type: "rich_text_section",
					elements: [{ type: "text", text: "3" }],
				},
			],
		},
		table,
	);

export const ofMessages: Record<string, PayloadCase> = {
	...ids(inMessage, "invalid_blocks", "/blocks"),
	"12,000 characters over all blocks": {
		good: [letters(12_000)],
		bad: [
			letters(12_001),
			problem(
				"msg_blocks_too_long",
				"must be less than 12001 characters",
				"/blocks",
			),
		],
	},
	"two charts per message": {
		good: [inMessage(chart, chart)],
		bad: [
			inMessage(chart, chart, chart),
			problem("invalid_blocks", "no more than 2 items allowed", "/blocks/2"),
		],
	},
	"10,000 characters in a data_table": {
		good: [inMessage(dataTable(10_000))],
		bad: [
			inMessage(dataTable(10_001)),
			problem(
				"invalid_blocks",
				"must be less than 10001 characters",
				"/blocks/0",
			),
		],
	},
	"one table per message": {
		good: [inMessage(table)],
		bad: [
			inMessage(table, table),
			problem("invalid_attachments", "only_one_table_allowed", "/blocks/1"),
		],
	},
};

/** A view of exactly so many bytes, some of its letters two bytes long. */
function viewOf(bytes: number): Fields {
	const sections = (last: number) =>
		inHome(
			...Array.from({ length: 81 }, () => ({
				type: "section",
				text: plainly("x".repeat(3000)),
			})),
			{ type: "section", text: plainly("é".repeat(1000)) },
			{ type: "section", text: plainly("x".repeat(last)) },
		);
	const size = Buffer.byteLength(JSON.stringify(sections(0)));
	return sections(bytes - size);
}

export const ofViews: Record<string, PayloadCase> = {
	...ids(inModal, "invalid_arguments", "/view/blocks"),
	"one element of a view has the focus": {
		good: [inModal(input({ focus_on_load: true }), input())],
		bad: [
			inModal(input({ focus_on_load: true }), input({ focus_on_load: true })),
			problem(
				"invalid_arguments",
				"`focus_on_load` must be unique",
				"/view/blocks/1/element/focus_on_load",
			),
		],
	},
	"submit once there is an input": {
		good: [
			inModal(input()),
			inHome(input()),
			{ ...inModal(divider("a")), submit: undefined },
		],
		bad: [
			{ ...inModal(divider("a"), input()), submit: undefined },
			problem(
				"invalid_arguments",
				"must define `submit` to use an `input` block in modals",
				"/view/blocks/1/input",
			),
		],
	},
	"250 kB per view": {
		good: [viewOf(250_000)],
		bad: [
			viewOf(250_001),
			problem("view_too_large", "must be less than 250001 characters", "/view"),
		],
	},
};
