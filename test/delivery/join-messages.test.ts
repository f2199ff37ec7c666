import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { joinMessages } from "../../src/delivery/join-messages.ts";
import {
	actions,
	button,
	divider,
	type Message,
	section,
} from "../../src/slack/blocks.ts";
import { escapeText } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";
import { full } from "../support/full.ts";
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

	test("whatever they are, Slack takes it, all are named, and none is shown in part", () => {
		const sizes = fc.record({
			blocks: fc.integer({ min: 1, max: 50 }),
			letters: fc.integer({ min: 1, max: 3_000 }),
		});
		const anyThings = fc.array(sizes, { minLength: 1, maxLength: 30 });
		fc.assert(
			fc.property(anyThings, (all) => {
				const [first, ...others] = all.map(({ blocks, letters }, at) => {
					// By itself each of them is sound.
					const most = Math.floor(11_000 / blocks);
					return thing(at + 1, blocks, Math.min(letters, most));
				});
				if (!first) return;
				const joined = joinMessages([first, ...others], text);
				expectSoundMessage(joined);
				const whole: Message["blocks"] = [...first.blocks];
				const left = others.findIndex(({ blocks }) => {
					const at = whole.length + 1;
					const isThere = isDeepStrictEqual(
						joined.blocks.slice(at, at + blocks.length),
						blocks,
					);
					if (isThere) whole.push(divider(), ...blocks);
					return !isThere;
				});
				expect(joined.blocks.slice(0, whole.length)).toEqual(whole);
				const hasRoom = first.blocks.length <= 48;
				const rest = left >= 0 && hasRoom ? 2 : 0;
				expect(joined.blocks).toHaveLength(whole.length + rest);
				for (const { text: words } of [first, ...others])
					expect(joined.text.mrkdwn).toContain(words.mrkdwn);
			}),
			{ numRuns: full ? 500 : 50 },
		);
	});

	test("a great many are named as far as there is room", () => {
		const many = Array.from({ length: 90 }, (_, at) => thing(at + 2, 10));
		const joined = joinMessages([thing(1, 10), ...many], text);
		expectSoundMessage(joined);
		expect(lastOf(joined)).toContain("…");
		expect(lastOf(joined)).toContain("`/mentor` shows all of it.");
	});
});
