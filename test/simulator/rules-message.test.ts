import { describe, expect, test } from "@jest/globals";
import { checkMessage } from "../../simulator/rules/check.ts";
import { messageBlocks, messageText } from "../../simulator/rules/surfaces.ts";
import { chars } from "./rules/case.ts";
import { listOf, oneOf } from "./rules/compound.ts";
import { inWords } from "./rules/rules-of.ts";
import { samples } from "./rules/subjects.ts";
import { viewBlocks } from "./rules/surfaces.cases.ts";

const text = "Ana accepted.";
const blocksOf = oneOf(
	...viewBlocks,
	"markdown",
	"table",
	"data_visualization",
	"data_table",
);
const divider = { type: "divider" };

test("the rules of a message are those of the cases", () => {
	expect(inWords(messageText)).toBe(chars(4000).says);
	expect(inWords(messageBlocks)).toBe(listOf(0, 50, blocksOf).says);
});

describe("text", () => {
	test.each([undefined, "", " \n"])("%j is none", (none) =>
		expect(checkMessage({ text: none, blocks: [divider] })).toEqual([
			{
				error: "no_text",
				message: "missing required field: text [json-pointer:/text]",
			},
		]),
	);

	test("of 4,000 characters is taken, of 4,001 not", () => {
		expect(checkMessage({ text: "x".repeat(4000) })).toEqual([]);
		expect(checkMessage({ text: "x".repeat(4001) })).toEqual([
			{
				error: "msg_too_long",
				message: "must be less than 4001 characters [json-pointer:/text]",
			},
		]);
	});

	test("is a string", () =>
		expect(checkMessage({ text: { type: "plain_text", text } })).toEqual([
			{
				error: "invalid_arguments",
				message: "must provide a string [json-pointer:/text]",
			},
		]));
});

describe("blocks", () => {
	test("none to 50", () => {
		for (const length of [0, 50])
			expect(
				checkMessage({ text, blocks: Array(length).fill(divider) }),
			).toEqual([]);
		expect(checkMessage({ text, blocks: Array(51).fill(divider) })).toEqual([
			{
				error: "invalid_blocks",
				message: "no more than 50 items allowed [json-pointer:/blocks]",
			},
		]);
	});

	test.each([null, "[]", { type: "divider" }, [null], ["divider"], [[]]])(
		"%j is no array of objects",
		(blocks) =>
			expect(checkMessage({ text, blocks })).toEqual([
				{
					error: "invalid_blocks_format",
					message: "must provide an array of objects [json-pointer:/blocks]",
				},
			]),
	);

	test.each(blocksOf.good(samples))("may stand here: %j", (block) =>
		expect(checkMessage({ text, blocks: [block] })).toEqual([]),
	);

	test("anything else may not", () => {
		const others = blocksOf.bad(samples).filter(({ at }) => at === "/type");
		expect(others.length).toBeGreaterThan(30);
		for (const { value, says } of others)
			expect(checkMessage({ text, blocks: [value] })).toEqual([
				{
					error: "invalid_blocks",
					message: `${says} [json-pointer:/blocks/0/type]`,
				},
			]);
	});

	test("every problem is told, each with its place", () =>
		expect(
			checkMessage({ text, blocks: [divider, { type: "alert" }, {}] }),
		).toEqual([
			{
				error: "invalid_blocks",
				message: "unsupported type: alert [json-pointer:/blocks/1/type]",
			},
			{
				error: "invalid_blocks",
				message: "missing required field: type [json-pointer:/blocks/2]",
			},
		]));
});
