import { describe, expect, test } from "@jest/globals";
import { joinMessages } from "../../src/delivery/join-messages.ts";
import {
	actions,
	button,
	type Message,
	section,
} from "../../src/slack/blocks.ts";
import { escapeText } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { expectSoundMessage } from "../support/sound.ts";

const text = textFor("en");

/** One thing of so many blocks, the last of which has its button. */
function thing(number: number, blocks: number, letters = 20): Message {
	const words = escapeText("a".repeat(letters));
	return {
		text: escapeText(`This is thing ${number}.`),
		blocks: [
			...Array.from({ length: blocks - 1 }, () => section(words)),
			actions(button({ id: "x:y", label: `Do ${number}`, value: "v" })),
		],
	};
}
const lastOf = ({ blocks }: Message) => JSON.stringify(blocks.at(-1));

describe("several things as one message", () => {
	test("are whole, in their order, with a line between them", () => {
		const joined = joinMessages([thing(1, 2), thing(2, 3)], text);
		expect(joined.blocks.map(({ type }) => type)).toEqual([
			...["section", "actions", "divider"],
			...["section", "section", "actions"],
		]);
		expect(joined.text.mrkdwn).toBe("This is thing 1. This is thing 2.");
	});

	test.each([
		["blocks", [1, 2, 3, 4, 5].map((number) => thing(number, 15))],
		["letters", [1, 2, 3, 4].map((number) => thing(number, 3, 2_500))],
	] as const)("of more %s than fit, none is cut in half", (_, all) => {
		const [first, ...others] = all;
		if (!first) throw new Error("There is nothing to join.");
		const joined = joinMessages([first, ...others], text);
		expectSoundMessage(joined);
		const shown = joined.blocks.filter(({ type }) => type === "actions").length;
		expect(shown).toBeGreaterThan(1);
		expect(shown).toBeLessThan(all.length);
		expect(joined.blocks.at(-3)?.type).toBe("actions");
		for (const [index, { text: words }] of all.entries()) {
			expect(joined.text.mrkdwn).toContain(words.mrkdwn);
			expect(lastOf(joined).includes(words.mrkdwn)).toBe(index >= shown);
		}
	});

	test("a great many are named as far as there is room", () => {
		const many = Array.from({ length: 90 }, (_, at) => thing(at + 2, 10));
		const joined = joinMessages([thing(1, 10), ...many], text);
		expectSoundMessage(joined);
		expect(lastOf(joined)).toContain("…");
		expect(lastOf(joined)).toContain("`/mentor` shows all of it.");
	});
});
