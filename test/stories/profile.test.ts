import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { people } from "../support/people.ts";
import { hears, joins } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running;
let ben: Driver;
beforeAll(async () => {
	bot = await startBot();
	({ ben } = people(bot));
	await joins(ben, { role: "Both", offers: ["Testing"] });
});
afterAll(() => bot?.stop());

async function edits(page: string) {
	await ben.clicks(`Edit ${page}`);
	await ben.sees("[Cancel] [Save]");
}

/** The lines of a page; choices have no order, and a new one is offered. */
function asRead(modal: string | null): string[] {
	return (modal ?? "").split("\n").map((line) =>
		line
			.replace(/Use "(.+?)"/g, "$1")
			.split(/: |, /)
			.sort()
			.join(", "),
	);
}

/** Saves, and gives the page as it looks when it is opened again. */
async function savesAndReopens(page: string): Promise<string> {
	const typed = asRead(ben.modal());
	await ben.submits();
	await ben.sees(`Saved: ${page}.`);
	await ben.closes();
	await ben.types("/mentor profile");
	await edits(page);
	expect(asRead(ben.modal())).toEqual(typed);
	await ben.closes();
	return typed.join("\n");
}

beforeEach(() => ben.types("/mentor profile"));

test("every page is saved, and shown again as it was: topics and levels", async () => {
	await edits("Topics");
	await ben.chooses("What would you like to get better at?", "Writing");
	await ben.chooses(
		"What can you help with?",
		"Kubernetes",
		'Use "bread baking"',
		'Use "مرحبا 🙂 <!channel>"',
	);
	await savesAndReopens("Topics");

	await ben.types("/mentor profile");
	await edits("Levels");
	await ben.chooses("Kubernetes, which I offer", "Expert in it");
	await ben.chooses("bread baking, which I offer", "Learning it");
	await savesAndReopens("Levels");

	// Choosing topics again keeps the levels given.
	await ben.types("/mentor profile");
	await edits("Topics");
	await ben.chooses(
		"What can you help with?",
		"Kubernetes",
		"bread baking",
		"Testing",
	);
	await ben.submits();
	await edits("Levels");
	const levels = await ben.sees("Kubernetes, which I offer");
	expect(levels).toContain("Kubernetes, which I offer: Expert in it");
	expect(levels).toContain("bread baking, which I offer: Learning it");
	expect(levels).toContain("Testing, which I offer: Working with it");
	await ben.closes();

	const { ana } = people(bot);
	const found = await hears(ana, () => ana.types("/mentor find kubernetes"));
	expect(found).toContain("Offers Kubernetes and Testing\n");
	expect(found).toContain("• is an expert in Kubernetes");
	expect(found).not.toContain("bread");
});

test("what I look for", async () => {
	await edits("What I look for");
	await ben.fills("In one sentence, what do you want?", "Two\nlines & <more>");
	await ben.chooses("What are you looking for?", "Sponsorship", "Group");
	const page = await savesAndReopens("What I look for");
	expect(page).toContain("lines & <more>");
	await ben.types("/mentor profile");
	await edits("What I look for");
	await ben.chooses("What are you looking for?");
	await ben.submits();
	expect(Object.values(ben.errors())).toHaveLength(1);
	await ben.closes();
});

test("what I offer", async () => {
	await edits("What I offer");
	await ben.fills("In one sentence, what do you offer?", "Prose in tests");
	await ben.fills("What can you not help with?", "Pay");
	await ben.fills(
		"Moves you have made",
		"from support to engineering\nfirst team lead",
	);
	await ben.chooses("How many people can you mentor at a time?", "4");
	await savesAndReopens("What I offer");

	const { ana } = people(bot);
	const found = await hears(ana, () => ana.types("/mentor find team lead"));
	expect(found).toContain("Prose in tests");
	expect(found).toContain("4 free seats");
	expect(found).toContain("• has made the move you are after: first team lead");
});

test("how I like to meet", async () => {
	await edits("How I like to meet");
	await ben.chooses("How often?", "Every month");
	await ben.chooses("How long?", "45 minutes");
	await ben.chooses("How?", "In person");
	await ben.chooses("Languages you can talk in", "English", "Portuguese");
	await ben.chooses("Feedback, please", "Gentle");
	await ben.chooses("Our conversations", "Open");
	await ben.chooses("Between meetings I prefer to", "Write");
	await savesAndReopens("How I like to meet");
	await ben.types("/mentor profile");
	await ben.sees("Every month · 45 minutes · In person");
	await ben.closes();
});

test("working hours", async () => {
	await edits("Working hours");
	await ben.fills("From, such as 09:00", "26:00");
	await ben.submits();
	expect(ben.errors()).toEqual({
		"From, such as 09:00": "Please write a time such as 09:30.",
	});
	await ben.closes();
	await ben.types("/mentor profile");
	await edits("Working hours");
	await ben.fills("From, such as 09:00", "10:30");
	await ben.fills("To, such as 17:00", "19:00");
	await ben.chooses("Working days", "Monday", "Saturday");
	await savesAndReopens("Working hours");
	await ben.types("/mentor profile");
	await ben.sees("10:30 to 19:00, Africa/Lagos");
	await ben.closes();
});

test("people never to be matched with", async () => {
	await edits("Never matched with");
	await ben.chooses(
		"Who should you never be matched with?",
		"Chen Wei",
		"Dana Novak",
	);
	await savesAndReopens("Never matched with");
	await ben.types("/mentor profile");
	await ben.sees("2 people");
	await ben.closes();
	const { chen, dana } = people(bot);
	for (const one of [chen, dana]) {
		await one.types("/mentor find");
		await one.types("/mentor");
		one.sawNot(/never matched|exclu/i);
	}
	expect(troubles(bot)).toEqual([]);
});

test("a profile shows the pages that fit the role", async () => {
	await ben.sees("What I look for");
	await ben.sees("What I offer");
	await ben.closes();
	const { chen } = people(bot);
	await joins(chen, {});
	await chen.types("/mentor profile");
	await chen.sees("What I look for");
	chen.sawNot("What I offer");
	chen.sawNot("Levels");
});
