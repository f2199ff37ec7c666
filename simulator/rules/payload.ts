import { type Breach, isFields } from "./breaches.ts";
import { sentences as say } from "./sentences.ts";
import type { Fields } from "./vocabulary.ts";

/**
 * Rules over a whole payload. They are asked only when every block is right
 * by itself, so they may trust the types of what they read.
 */
export type PayloadRule = {
	rule: string;
	/** Slack's code, where it is not the method's usual one. */
	error?: string;
	/** `at` is the pointer of the payload itself. */
	find: (payload: Fields, at: string) => Breach[];
};

type Found = { fields: Fields; at: string };

/** Every object in `value`, itself included, with its pointer. */
function objectsIn(value: unknown, at: string): Found[] {
	if (Array.isArray(value))
		return value.flatMap((item, i) => objectsIn(item, `${at}/${i}`));
	if (!isFields(value)) return [];
	return [
		{ fields: value, at },
		...Object.entries(value).flatMap(([name, inside]) =>
			objectsIn(inside, `${at}/${name}`),
		),
	];
}

const blocksOf = (payload: Fields, at: string): Found[] =>
	(Array.isArray(payload.blocks) ? payload.blocks : [])
		.map((fields, i) => ({ fields, at: `${at}/blocks/${i}` }))
		.filter(({ fields }) => isFields(fields));

/** The second and later of those that carry the same id in `field`. */
const repeated = (found: Found[], field: string): Breach[] =>
	found
		.filter(
			({ fields }, i) =>
				fields[field] !== undefined &&
				found.findIndex((other) => other.fields[field] === fields[field]) < i,
		)
		.map(({ fields, at }) => ({
			says: say.alreadyExists(field, String(fields[field])),
			at: `${at}/${field}`,
		}));

const uniqueBlockIds: PayloadRule = {
	rule: "block ids are unique in a payload",
	find: (payload, at) => repeated(blocksOf(payload, at), "block_id"),
};

const uniqueActionIds: PayloadRule = {
	rule: "action ids are unique in a block",
	find: (payload, at) =>
		blocksOf(payload, at).flatMap((block) =>
			repeated(objectsIn(block.fields, block.at), "action_id"),
		),
};

const LETTERS = 12_000;

/** What people read in blocks: every `text` that is a text. */
const lettersIn = (found: Found[]): number =>
	found
		.map(({ fields }) => fields.text)
		.filter((text) => typeof text === "string")
		.reduce((sum, text) => sum + text.length, 0);

/**
 * Slack answers this somewhere above 13,000 characters, depending on the kind
 * of blocks; how it counts is not documented.
 */
const lettersOfBlocks: PayloadRule = {
	rule: "12,000 characters over all blocks",
	error: "msg_blocks_too_long",
	find: (payload, at) =>
		lettersIn(objectsIn(payload.blocks, at)) > LETTERS
			? [{ says: say.tooLong(LETTERS), at: `${at}/blocks` }]
			: [],
};

const oneTable: PayloadRule = {
	rule: "one table per message",
	error: "invalid_attachments",
	find: (payload, at) =>
		blocksOf(payload, at)
			.filter(({ fields }) => fields.type === "table")
			.slice(1)
			.map((table) => ({ says: "only_one_table_allowed", at: table.at })),
};

const mostCharts = 2;

const twoCharts: PayloadRule = {
	rule: "two charts per message",
	find: (payload, at) =>
		blocksOf(payload, at)
			.filter(({ fields }) => fields.type === "data_visualization")
			.slice(mostCharts)
			.map((chart) => ({ says: say.tooMany(mostCharts), at: chart.at })),
};

const LETTERS_OF_TABLE = 10_000;

const lettersOfTable: PayloadRule = {
	rule: "10,000 characters in a data_table",
	find: (payload, at) =>
		blocksOf(payload, at)
			.filter(
				({ fields }) =>
					fields.type === "data_table" &&
					lettersIn(objectsIn(fields.rows, at)) > LETTERS_OF_TABLE,
			)
			.map((table) => ({ says: say.tooLong(LETTERS_OF_TABLE), at: table.at })),
};

const oneFocus: PayloadRule = {
	rule: "one element of a view has the focus",
	find: (payload, at) =>
		objectsIn(payload.blocks, `${at}/blocks`)
			.filter(({ fields }) => fields.focus_on_load === true)
			.slice(1)
			.map((element) => ({
				says: say.notUnique("focus_on_load"),
				at: `${element.at}/focus_on_load`,
			})),
};

const submitWithInput: PayloadRule = {
	rule: "submit once there is an input",
	find: (payload, at) =>
		payload.type === "modal" && payload.submit === undefined
			? blocksOf(payload, at)
					.filter(({ fields }) => fields.type === "input")
					.map((input) => ({ says: say.submitNeeded, at: `${input.at}/input` }))
			: [],
};

const LARGEST_VIEW = 250_000;

const viewSize: PayloadRule = {
	rule: "250 kB per view",
	error: "view_too_large",
	find: (payload, at) =>
		Buffer.byteLength(JSON.stringify(payload)) > LARGEST_VIEW
			? [{ says: say.tooLong(LARGEST_VIEW), at }]
			: [],
};

export const messageRules = [
	uniqueBlockIds,
	uniqueActionIds,
	lettersOfBlocks,
	twoCharts,
	lettersOfTable,
	oneTable,
];

export const viewRules = [
	uniqueBlockIds,
	uniqueActionIds,
	oneFocus,
	submitWithInput,
	viewSize,
];
