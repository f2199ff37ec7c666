import { expect, test } from "@jest/globals";
import { divider, header, section } from "../../src/slack/blocks.ts";
import { overviewMessage } from "../../src/slack/home.ts";
import { escapeText } from "../../src/slack/mrkdwn.ts";
import { textFor } from "../../src/slack/text.ts";

const text = textFor("en");
const parts = (count: number) =>
	Array.from({ length: count }, (_, n) => [
		divider(),
		header(`Part ${n}`),
		section(escapeText("Words")),
	]).flat();

test("bare /mentor lists the same as Home", () => {
	const few = parts(10);
	expect(overviewMessage(few, text).blocks).toEqual(few);
});

test("what is a little more than a message takes goes without lines", () => {
	const { blocks } = overviewMessage(parts(20), text);
	expect(blocks.map(({ type }) => type)).not.toContain("divider");
	expect(blocks).toHaveLength(40);
});

test("of what is far more the rest is on Home, and it says so", () => {
	const { blocks } = overviewMessage(parts(40), text);
	expect(blocks).toHaveLength(50);
	expect(JSON.stringify(blocks.at(-1))).toContain("the Home tab shows all");
});
