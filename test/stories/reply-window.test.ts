import { afterEach, expect, test } from "@jest/globals";
import {
	closeKind,
	remindKind,
} from "../../src/matching/reply-window.service.ts";
import { ringBell, workday } from "../support/bell.ts";
import type { Running } from "../support/bot.ts";
import { colleagues, people, worldWith } from "../support/people.ts";
import { asksInTurn } from "../support/request-steps.ts";
import { type Scene, startScene } from "../support/scene.ts";
import {
	asks,
	hears,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
	untilHome,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

const now = workday();

/** Ben and Chen are mentors, and Ana looks for one. */
const joined = (count: number): Scene => ({
	name: `two mentors, a mentee and ${count} colleagues`,
	options: { now: () => now, world: worldWith(count) },
	async play(bot) {
		const { ana, ben, chen } = people(bot);
		for (const mentor of [ben, chen]) await joinsAsMentor(mentor, "Testing");
		await joinsAsMentee(ana, "Testing");
	},
});

async function start(count = 0) {
	bot = await startScene(joined(count));
	return { bot, ...people(bot), others: colleagues(bot, count) };
}

test("the mentee always sees which request is open, since when, when it moves on, and whose move is next; can withdraw it", async () => {
	const { bot, ana, ben, chen } = await start();
	await asksInTurn(ana, ["Ben Okafor", "Chen Wei"]);
	await ben.sees("Accept Ana Lopes");
	expect(await overviewOf(ana)).toMatch(
		/@Ben Okafor, asked .*\. It is their move, until .*\. Without an answer @Chen Wei is asked then\.\s+Then @Chen Wei, not asked yet\./,
	);
	await ana.clicks("Withdraw the request to Ben Okafor");
	await ana.sees(
		"The request to Ben Okafor is withdrawn. Chen Wei, your next choice, has been asked, and it is their move.",
	);
	await chen.sees("would like to ask you");
	expect(await overviewOf(ana)).toMatch(
		/@Chen Wei, asked .*\. It is their move, until .*\. Without an answer the request ends then\./,
	);
	await ben.clicks("Accept Ana Lopes");
	await ben.sees("This request was withdrawn");
	expect(troubles(bot)).toEqual([]);
});

test("a whole list is withdrawn at once, or one of it taken off", async () => {
	const { ana, ben, chen, dana } = await start();
	await joinsAsMentor(dana, "Testing");
	await asksInTurn(ana, ["Ben Okafor", "Chen Wei", "Dana Novak"]);
	await ben.sees("Accept Ana Lopes");
	await ana.opensHome();
	await ana.clicks("Take Chen Wei off the list");
	await ana.sees("Chen Wei is off your list, and was not asked.");
	await ana.closes();
	await untilHome(ana, (home) => !home.includes("Chen Wei"));
	await ana.clicks("Withdraw this whole list");
	await ana.sees("The request to Ben Okafor is withdrawn.");
	await ana.closes();
	await untilHome(ana, (home) => !home.includes("My open requests"));
	await ben.clicks("Not now, Ana Lopes");
	await ben.sees("This request was withdrawn");
	for (const mentor of [chen, dana]) mentor.sawNot("Ana Lopes");
});

test("reminder after 3 working days; after the reply window the next one is asked", async () => {
	const { bot, ana, ben, chen } = await start();
	await asksInTurn(ana, ["Ben Okafor", "Chen Wei"]);
	await ben.sees("Accept Ana Lopes");
	await ringBell(bot, remindKind, now);
	const reminded = await ben.sees("still hopes for an answer from you");
	expect(reminded).toContain("Accept Ana Lopes");
	chen.sawNot("Ana Lopes");

	await ringBell(bot, closeKind, now);
	await ana.sees("Ben Okafor can't right now.");
	await chen.sees("would like to ask you");
	await ben.clicks("Accept Ana Lopes");
	await ben.sees("The time to answer Ana Lopes is over");
	await chen.clicks("Accept Ana Lopes");
	await ana.sees("meet @Chen Wei");
	expect(troubles(bot)).toEqual([]);
});

test("declines and expiries read the same to the mentee, and count the same", async () => {
	const { bot, ana, ben, chen } = await start();
	await asks(ana, "Ben Okafor");
	await asks(ana, "Chen Wei");
	await ben.sees("Accept Ana Lopes");
	await chen.clicks("Not now, Ana Lopes");
	const declined = await ana.sees("Chen Wei can't right now.");
	await ringBell(bot, closeKind, now);
	const expired = await ana.sees("Ben Okafor can't right now.");
	expect(expired.replace("Ben Okafor", "Chen Wei")).toBe(declined);
	for (const name of ["Ben Okafor", "Chen Wei"])
		expect(await hears(ana, () => ana.types(`/mentor ask @${name}`))).toContain(
			`${name} is not available right now.`,
		);
});

test("three requests in a row expire: no longer suggested until they tap that they are available; they are told", async () => {
	const { bot, ana, ben, dana, others } = await start(2);
	for (const mentee of [...others, dana])
		await joinsAsMentee(mentee, "Testing");
	for (const mentee of [ana, ...others]) await asks(mentee, "Ben Okafor");
	await ben.sees("Accept Colleague 2");
	await ringBell(bot, closeKind, now);
	await ben.sees("Three requests in a row ran out");
	const finds = () => hears(dana, () => dana.types("/mentor find testing"));
	expect(await finds()).not.toContain("Ben Okafor");
	expect(await overviewOf(ben)).toContain("Not suggested right now");

	await ben.opensHome();
	await ben.clicks("I am available");
	await ben.sees("Welcome back.");
	await ben.closes();
	await untilHome(ben, (home) => !home.includes("Not suggested right now"));
	expect(await finds()).toContain("Ben Okafor");
	expect(troubles(bot)).toEqual([]);
});
