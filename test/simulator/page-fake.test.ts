import { expect, test } from "@jest/globals";
import { checkMessage, checkView } from "../../simulator/rules/check.ts";
import type { View } from "../../simulator/surface.ts";
import { everyBlock } from "../support/page-fake/every-block.ts";
import { firstSurface } from "../support/page-fake/first-surface.ts";
import { appMessages } from "../support/page-fake/messages.ts";
import { everyInput, modal, pushed } from "../support/page-fake/modals.ts";
import { plain } from "../support/page-fake/parts.ts";

/** What the tests of the page show must be something Slack would show. */
test.each(
	[...appMessages, ...everyBlock]
		.filter(({ blocks }) => blocks.length > 0)
		.map((message) => [message.text, message] as const),
)("the message %j keeps Slack's rules", (_, { text, blocks }) => {
	expect(checkMessage({ text, blocks })).toEqual([]);
});

test.each<[string, View | null]>([
	["every input", modal("V1", "Profile", everyInput, "Save")],
	["who sees what", modal("V2", "Who sees what", pushed, null)],
	["Home", firstSurface().home],
])("the view %j keeps Slack's rules", (_, view) => {
	const { type, title, submit, blocks } = view ?? {};
	const frame = type === "modal" ? { title: plain(title ?? "") } : {};
	const end = submit ? { submit: plain(submit) } : {};
	expect(checkView({ type, blocks, ...frame, ...end })).toEqual([]);
});
