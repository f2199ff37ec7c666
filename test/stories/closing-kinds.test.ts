import { afterEach, describe, expect, test } from "@jest/globals";
import {
	type Closing,
	looksBack,
	startClosing,
} from "../support/closing-steps.ts";
import { addsGoal, goal } from "../support/goal-steps.ts";
import { troubles } from "../support/troubles.ts";

let story: Closing | undefined;
afterEach(() => story?.stop());

const start = async (...options: Parameters<typeof startClosing>) => {
	story = await startClosing(...options);
	return story;
};

describe("closing", () => {
	test("each gets my mentoring story: goals, what I learned, my own words; theirs alone to share", async () => {
		const { bot, ana, ben, endDateComes, newDay } = await start();
		await ana.types("/mentor story");
		await ana.sees("There is no mentoring story yet");
		await addsGoal(ana, { who: "Ben Okafor" });
		await ana.types("/mentor goals");
		await ana.clicks("Reached");
		await ana.sees("You reached it.");
		await ana.closes();
		await endDateComes();
		await looksBack(ana, "Finished", { learned: "To ask early" });
		await looksBack(ben, "Finished", {
			learned: "To wait",
			thanks: "You came prepared",
		});
		await newDay();
		const told = await ana.sees("My mentoring story, with @Ben Okafor");
		for (const words of [goal, "> To ask early", "> You came prepared"])
			expect(told).toContain(words);
		expect(told).not.toContain("To wait");
		const toBen = await ben.sees("My mentoring story, with @Ana Lopes");
		expect(toBen).toContain("> To wait");
		for (const words of [goal, "To ask early"])
			expect(toBen).not.toContain(words);

		await ana.types("/mentor story");
		await ana.clicks("Send it to me as a file");
		await ana.sees("on its way to our conversation, as a file");
		await ana.closes();
		await ana.closes();
		const file = (await ana.file("my-mentoring-story.md")).toString();
		expect(file).toMatch(/^# My mentoring story, with Ben Okafor\n\nFrom /);
		for (const words of [
			`## What I reached\n\n- ${goal}`,
			"## What I learned\n\nTo ask early",
			"## A thank-you I received, from Ben Okafor\n\nYou came prepared",
			"This is yours alone",
		])
			expect(file).toContain(words);
		expect(file).not.toContain("To wait");

		// The goals stay with whom they belong to.
		await ana.types("/mentor goals");
		expect(await ana.sees("My goals")).toContain(goal);
		expect(troubles(bot)).toEqual([]);
	});

	test("what is half written is kept, and comes back with the form", async () => {
		const { bot, ana, endDateComes } = await start();
		await endDateComes();
		await ana.clicks("Look back");
		await ana.fills("What have you learned?", "To ask ear");
		await ana.clicks("Keep this for later");
		await ana.sees("What you have typed is kept here until you save it.");
		await ana.closes();
		await ana.clicks("Look back");
		expect(await ana.sees("What you have typed is kept here")).toContain(
			"To ask ear",
		);
		expect(troubles(bot)).toEqual([]);
	});

	test("in a group each mentee looks back by themself", async () => {
		const { ana, ben, dana, endDateComes, newDay, state } = await start({
			kind: "group",
			parts: [
				["ben", "mentor"],
				["ana", "mentee"],
				["dana", "mentee"],
			],
		});
		// One of several may go, and the others go on.
		await ana.types("/mentor end");
		await ana.sees(
			"If only you would like to go, leave, and the others go on.",
		);
		await ana.closes();
		await endDateComes();
		await looksBack(ana, "Informal", { thanks: "You stayed calm" });
		await looksBack(dana, "Informal", { learned: "To wait" });
		expect(await state()).toBe("closing");
		await looksBack(ben, "Informal", { thanks: "You both flew" });
		expect(await state()).toBe("completed informal");
		await newDay();
		await ben.sees("You stayed calm");
		for (const one of [ana, dana]) await one.sees("You both flew");
		dana.sawNot("You stayed calm");
		for (const one of [ana, ben]) one.sawNot("To wait");
	});

	test("peers thank each other, and have no mentor", async () => {
		const { ana, ben, endDateComes, newDay } = await start({
			kind: "peer",
			parts: [
				["ana", "peer"],
				["ben", "peer"],
			],
		});
		await endDateComes();
		await looksBack(ana, "Finished", { thanks: "You stayed calm" });
		await looksBack(ben, "Informal", { thanks: "You came prepared" });
		await newDay();
		const told = await ana.sees("is completed.");
		expect(told).toContain("You came prepared");
		expect(told).not.toContain("Your seat");
		await ben.sees("You stayed calm");
	});

	test("with someone outside Slack new goals need no signature", async () => {
		const { ana, client, endDateComes, newDay, state } = await start({
			kind: "external",
			parts: [["ana", "mentee"]],
		});
		await endDateComes();
		const said = await looksBack(ana, "New goals");
		expect(said).toContain("for as long again");
		expect(await state()).toBe("active");
		await newDay();
		ana.sawNot("agreement");
		const { rows } = await client.query<{ days: number }>(
			"select ends_on - current_date as days from mentorship",
		);
		expect(rows[0]?.days).toBeGreaterThan(80);
	});

	test("with someone outside Slack only the mentee looks back, with words to copy", async () => {
		const { ana, endDateComes, newDay, state } = await start({
			kind: "external",
			parts: [["ana", "mentee"]],
		});
		await endDateComes();
		await ana.clicks("Look back");
		await ana.sees("Mentor sends nothing to anyone outside Slack.");
		await ana.closes();
		const said = await looksBack(ana, "Finished", { thanks: "For the wings" });
		expect(said).toContain("Your thank-you, to copy");
		expect(said).toContain("> For the wings");
		expect(await state()).toBe("completed finished");
		await newDay();
		const told = await ana.sees("is completed.");
		expect(told).toContain("My thank-you");
	});
});
