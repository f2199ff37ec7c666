import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { people } from "../support/people.ts";
import { joins, joinsAsMentee, joinsAsMentor } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

// PRODUCT 8: "Sensible defaults: a new workspace is usable with none of it
// touched, and only name and channel are asked at first."

let bot: Running;
let ana: Driver;
let ben: Driver;
let chen: Driver;
beforeAll(async () => {
	bot = await startBot();
	({ ana, ben, chen } = people(bot));
});
afterAll(() => bot?.stop());

async function opens(page: string) {
	await ana.types("/mentor program");
	await ana.clicks(`Edit ${page}`);
	await ana.sees("[Cancel] [Save]");
}

test("a new workspace is usable with none of it touched", async () => {
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(chen, "Testing");
	await chen.types("/mentor find");
	await chen.sees("@Ben Okafor");
});

test("only name and channel are asked at first", async () => {
	await ana.opensHome();
	await ana.clicks("Claim");
	await ana.sees("What you run");
	await ana.types("/mentor program");
	await ana.sees("Two questions and it can start.");
	await ana.fills("Name", "Mentoring at Acme");
	await ana.chooses("In which channel shall its report appear?", "mentoring");
	await ana.submits();
	const hub = await ana.sees("That is all it needs.");
	expect(hub).toContain("Mentoring at Acme");
	expect(hub).toContain("on the first Monday of the month at 09:00");
	expect(hub).toContain("Europe/Lisbon");
	await ana.closes();
	// And never again.
	await ana.types("/mentor program");
	await ana.sees("Every full member of the workspace");
	ana.sawNot("Two questions");
	await ana.closes();
});

test("each rule with its consequence shown before saving", async () => {
	await opens("Kinds of mentoring");
	await ana.chooses("What does the program offer?", "Sponsorship");
	await ana.submits();
	await ana.sees("This leaves fewer than 5 mentees without a possible mentor.");
	await ana.sees("Now it is nobody.");
	await ana.clicks("Back to edit");
	const page = await ana.sees("What does the program offer?");
	expect(page).toMatch(/Sponsorship/);
	await ana.chooses(
		"What does the program offer?",
		"One to one",
		"Sponsorship",
	);
	await ana.submits();
	await ana.sees("nobody, now and with this change.");
	await ana.submits();
	await ana.sees("Saved: Kinds of mentoring.");
	await ana.sees("One to one, Sponsorship");
	await ana.closes();
});

test("kinds a program does not use are not shown", async () => {
	await chen.types("/mentor profile");
	await chen.clicks("Edit What I look for");
	const page = await chen.sees("What are you looking for?");
	expect(page).toContain("Sponsorship");
	expect(page).not.toContain("A single conversation");
	expect(page).not.toContain("Expertise");
	await chen.closes();
});

test("what is typed wrongly is said at its field, and nothing is lost", async () => {
	await opens("Holidays");
	const field = "One a line, such as 2026-12-25 Christmas Day";
	await ana.fills(field, "2026-12-25 Christmas Day\n25.12.2027 Christmas");
	await ana.submits();
	expect(ana.errors()[field]).toContain("Line 2");
	await ana.fills(field, "2027-01-01 New Year\n2026-12-25 Christmas Day");
	await ana.submits();
	await ana.sees("2 days, next Christmas Day on December 25, 2026");
	await ana.closes();

	await opens("Answering a request");
	await ana.chooses("Remind the mentor after so many working days", "5");
	await ana.chooses("Close the request after so many working days", "5");
	await ana.submits();
	expect(Object.values(ana.errors())).toEqual([
		"This has to be later than the reminder.",
	]);
	await ana.closes();
});

test("every page is saved and read back in plain words", async () => {
	await opens("Name and description");
	await ana.fills("What is the program about?", "For <everyone> & all");
	await ana.submits();
	await ana.sees("For <everyone> & all");
	await ana.clicks("Edit Defaults");
	await ana.chooses("How often people meet", "Every month");
	await ana.chooses("How long a mentorship lasts", "3 months");
	await ana.chooses("How many people one mentor takes on", "2");
	await ana.submits();
	await ana.sees("Every month · 30 minutes · 3 months · 2 people per mentor");
	await ana.clicks("Edit What counts how much");
	await ana.chooses("Working style", "More than usual");
	await ana.chooses("By video or in person", "Not at all");
	await ana.submits();
	await ana.sees("Not at all: By video or in person");
	await ana.clicks("Edit Rules");
	await ana.chooses(/^Nobody is matched with/, "3 levels");
	await ana.chooses(/^Working hours a week/, "2 hours");
	await ana.submits();
	await ana.sees("nobody, now and with this change.");
	await ana.submits();
	await ana.sees("up to 3 levels up or down.");
	await ana.sees("At least 2 shared working hours a week.");
	await ana.clicks("Edit Report");
	await ana.chooses("How often?", "Every week");
	await ana.fills("At what time?", "10:30");
	await ana.chooses("In which time zone?", "Asia/Kathmandu");
	await ana.submits();
	await ana.sees("every Monday at 10:30, Asia/Kathmandu");
	await ana.clicks("Edit Who may join");
	await ana.sees("Departments and locations come from the directory.");
	await ana.clicks("Back to the settings");
	await ana.sees("Every full member of the workspace");
	await ana.closes();
});

test("whoever joins from now on starts from the defaults", async () => {
	const { dana } = people(bot);
	await joins(dana, { role: "Mentor", offers: ["Writing"] });
	await dana.types("/mentor profile");
	await dana.sees("Every month · 30 minutes");
	await dana.closes();
	await chen.types("/mentor profile");
	await chen.sees("Every two weeks · 30 minutes");
	await chen.closes();
});

test("a safeguarding contact is a full member, and is told of it", async () => {
	await opens("If something is wrong");
	await ana.chooses("Who is told? One to three people", "Gil Guest");
	await ana.submits();
	expect(Object.values(ana.errors())).toEqual([
		"Gil Guest cannot be chosen: only full members of the workspace can.",
	]);
	await ana.chooses("Who is told? One to three people", "Ben Okafor");
	await ana.submits();
	await ana.sees("Saved: If something is wrong.");
	await ana.closes();
	await ben.sees("You are now a contact of the program Mentoring at Acme");
	ana.sawNot("You are now a contact");
	expect(troubles(bot)).toEqual([]);
});
