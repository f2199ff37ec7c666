import { afterEach, expect, test } from "@jest/globals";
import { type Pair, startPair } from "../support/pair.ts";
import { troubles } from "../support/troubles.ts";

let pair: Pair | undefined;
afterEach(() => pair?.stop());

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
