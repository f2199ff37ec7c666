import { afterEach, expect, test } from "@jest/globals";
import { whoSeesMessage } from "../../src/privacy/who-sees.views.ts";
import { textFor } from "../../src/slack/text.ts";
import { glance, type Pair, startPair } from "../support/pair.ts";
import { expectSoundMessage } from "../support/sound.ts";
import { hears } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let pair: Pair | undefined;
afterEach(async () => {
	await pair?.stop();
	pair = undefined;
});

test("Home and bare /mentor end with snooze and privacy, and what is snoozed can be undone there", async () => {
	pair = await startPair();
	const { bot, ana, chen } = pair;
	for (const words of [await glance(ana), await homeOf(ana)]) {
		const at = ["Find a mentor", "Snooze", "Privacy"].map((title) =>
			words.lastIndexOf(`\n${title}\n`),
		);
		expect(at).toEqual(at.toSorted((a, b) => a - b));
		expect(at).not.toContain(-1);
	}
	await ana.clicks("Snooze");
	await ana.submits();
	await ana.sees("Snoozed until");
	await ana.closes();
	await ana.sees("nothing comes by itself before.");
	await ana.clicks("End the snooze");
	await ana.sees("The snooze is over.");
	await ana.closes();
	await ana.sees("at most twice a week beside what belongs to a meeting");

	await ana.clicks("Who sees what");
	const page = await ana.sees("People you are never to be matched with.");
	expect(page).toContain("Your manager\nNothing.");
	await ana.closes();

	// Whoever has not joined hears nothing by itself, and may ask who sees what.
	const unasked = await hears(chen, () => chen.types("/mentor privacy"));
	expect(unasked).toContain("never what you write");
	const before = await glance(chen);
	expect(before).toContain("[Who sees what]");
	expect(before).not.toContain("[Snooze]");
	expect(troubles(bot)).toEqual([]);
});

test("who sees what names each kind of reader, and health where it is shown by name", () => {
	const text = textFor("en");
	const from = new Date("2026-03-02T00:00:00Z");
	const [without, withHealth] = [null, from].map((healthFrom) =>
		whoSeesMessage({ healthFrom }, text),
	);
	for (const message of [without, withHealth]) {
		if (!message) throw new Error("There is no message.");
		expectSoundMessage(message);
	}
	const words = JSON.stringify(without);
	for (const reader of [
		"Only you",
		"Who is in a mentorship with you",
		"A mentor you ask",
		"Colleagues who search",
		"Who runs the program",
		"Your manager",
	])
		expect(words).toContain(`*${reader}*`);
	expect(words).not.toContain("on track");
	expect(JSON.stringify(withHealth)).toContain("on track, needs a check-in");
	// What is not there yet is not promised.
	expect(words).not.toMatch(/export|erase|delete/i);
});

async function homeOf(person: Pair["ana"]): Promise<string> {
	await person.opensHome();
	return person.sees("Who sees what");
}
