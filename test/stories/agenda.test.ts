import { afterEach, expect, test } from "@jest/globals";
import { type Pair, startPair } from "../support/pair.ts";
import { type SilentPair, startSilentPair } from "../support/silent-pair.ts";
import { troubles } from "../support/troubles.ts";

let pair: Pair | undefined;
let silent: SilentPair | undefined;
afterEach(async () => {
	await Promise.all([pair?.stop(), silent?.stop()]);
	pair = silent = undefined;
});

const hopes = "What I hope for";
const own = "Anything else";

test("/mentor agenda edits at any time, and either of them does", async () => {
	pair = await startPair();
	const { ana, ben } = pair;
	await ana.types("/mentor agenda");
	const page = await ana.sees("Next agenda");
	expect(page).toContain("No time is set yet");
	expect(page).toContain("Everyone in this mentorship reads this");
	await ana.fills(hopes, "Lead a team by summer");
	await ana.fills(own, "Whom to ask about budgets");
	await ana.submits();
	await ana.sees("Saved. Everyone in this mentorship sees it here.");
	await ana.closes();

	await ben.types("/mentor agenda");
	const his = await ben.sees("Lead a team by summer");
	expect(his).toContain("Whom to ask about budgets");
	expect(his).toContain("Ana Lopes, ");
	await ben.fills(hopes, "Lead a team by summer: which one?");
	await ben.submits();
	await ben.sees("Saved.");
	await ben.closes();
	await ana.types("/mentor agenda");
	await ana.sees("Lead a team by summer: which one?");
	expect(troubles(pair.bot)).toEqual([]);
});

test("two who write at once: nobody writes over what they have not seen", async () => {
	pair = await startPair();
	const { ana, ben } = pair;
	await ana.types("/mentor agenda");
	await ana.sees("Next agenda");
	await ben.types("/mentor agenda");
	await ben.sees("Next agenda");
	await ana.fills(hopes, "Hers");
	await ben.fills(hopes, "His own words");
	await ana.submits();
	await ana.sees("Saved.");
	await ben.submits();
	const both = await ben.sees("Nothing is saved yet");
	expect(both).toContain("Hers");
	expect(both).toContain("His own words");
	await ben.submits();
	await ben.sees("Saved.");
	await ana.closes();
	await ana.types("/mentor agenda");
	await ana.sees("His own words");
});

test("the message shortcut puts any Slack message on the next agenda", async () => {
	pair = await startPair();
	const { ana, ben, chen } = pair;
	const channel = "#mentoring";
	await ana.says("We ship on Fridays here", channel);
	await ana.usesShortcut("Add to mentoring agenda", { on: /Fridays/ });
	const form = await ana.sees("Add to agenda");
	expect(form).toContain("We ship on Fridays here");
	await ana.submits();
	await ana.sees("Added. It is on the next agenda with @Ben Okafor.");
	await ana.closes();
	await ben.types("/mentor agenda");
	await ben.sees("We ship on Fridays here");

	// Somebody in no mentorship has no agenda.
	await chen.says("Lunch at noon", "#general");
	await chen.usesShortcut("Add to mentoring agenda", { on: /Lunch/ });
	await chen.sees("You are in no mentorship at the moment");
});

test("without a booked meeting the mentee has the agenda prompt before the end of the period", async () => {
	silent = await startSilentPair();
	const { bot, ana, ben, client, daysPass, told } = silent;
	await ana.types("/mentor meet");
	await ana.clicks(/^Met with/);
	await ana.clicks("Write down what came of it");
	await ana.fills(/^Something to do/, "Draw the org chart");
	await ana.submits();
	await ana.sees("Saved. Whoever took something on");
	await ana.closes();
	await ana.closes();
	await daysPass(7);
	const prompt = "What would you like to talk about?";
	expect(told(ana, prompt)).toBe(0);
	await daysPass(3);
	const nudge = await ana.sees("nothing is planned for now");
	expect(nudge).toContain("Last week's biggest challenge");
	expect(nudge).toContain("Draw the org chart – Ana Lopes, by");
	expect(nudge).toContain("[Find a time with Ben Okafor]");
	expect(nudge).toContain("What you write waits for your next conversation");
	// One message, which counts against the weekly cap like any nudge.
	expect(told(ana, prompt)).toBe(1);
	expect(told(ana, "nothing is planned for now")).toBe(1);
	const { rows } = await client.query(
		"select urgency from owed where kind = 'checkins:plan'",
	);
	expect(rows).toEqual([{ urgency: "this_week" }]);
	expect(told(ben, prompt)).toBe(0);
	await ana.clicks(/^Prepare the agenda/);
	await ana.fills("Last week's biggest challenge", "Two managers, two wishes");
	await ana.submits();
	await ana.sees("Saved.");
	await ana.closes();
	expect(troubles(bot)).toEqual([]);
});
