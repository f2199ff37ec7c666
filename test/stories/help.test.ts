import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { features } from "../../src/features.ts";
import { type Running, startBot } from "../support/bot.ts";
import { people } from "../support/people.ts";
import { hears } from "../support/steps.ts";

let bot: Running;
beforeAll(async () => {
	bot = await startBot();
});
afterAll(() => bot?.stop());

const answerTo = (command: string) => {
	const { ana } = people(bot);
	return hears(ana, () => ana.types(command));
};

test("help is made from the features: every command, once", async () => {
	const [title, ...lines] = (await answerTo("/mentor help")).split("\n");
	expect(title).toBe("What you can do");
	const declared = features
		.flatMap(({ entries }) => entries)
		.flatMap(({ help }) => help ?? [])
		.map(({ usage }) => `/mentor ${usage}`.trim());
	expect(declared).toContain("/mentor find [topic]");
	expect(lines.map((line) => line.split(":")[0]).sort()).toEqual(
		declared.sort(),
	);
	// What one needs first comes first, and what managers do last.
	const at = ["join", "find", "meet", "snooze", "program"].map((word) =>
		lines.findIndex((line) => line.startsWith(`/mentor ${word}`)),
	);
	expect(at).toEqual(at.toSorted((a, b) => a - b));
	expect(at).not.toContain(-1);
	expect(at[0]).toBe(1);
	for (const line of lines) expect(line).toMatch(/^.+: [a-z].*[a-z]$/);
});

test("anything else is answered with the nearest command, or with help", async () => {
	for (const [typed, answer] of [
		["/mentor fnd", "Did you mean /mentor find?"],
		["/mentor halp", "Did you mean /mentor help?"],
		["/mentor JOINN", "Did you mean /mentor join?"],
		["/mentor kubernetes", "/mentor help lists what you can do."],
		["/mentor 🙂", "/mentor help lists what you can do."],
		["/mentor مرشد", "/mentor help lists what you can do."],
		["/mentor <!channel>", "/mentor help lists what you can do."],
		[`/mentor ${"x".repeat(3000)}`, "/mentor help lists what you can do."],
		["/mentor constructor", "/mentor help lists what you can do."],
		["/mentor \u0000\u0007", "You have not joined the program yet."],
	] as const)
		expect(await answerTo(typed)).toContain(answer);
});

test("commands are read whatever their case and spaces", async () => {
	expect(await answerTo("/mentor   HELP  ")).toContain("What you can do");
});
