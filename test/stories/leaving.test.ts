import { afterEach, expect, test } from "@jest/globals";
import { waitingKind } from "../../src/matching/waiting.ts";
import { ringBell } from "../support/bell.ts";
import type { Driver } from "../support/driver.ts";
import { addsGoal, goal } from "../support/goal-steps.ts";
import { glance } from "../support/pair.ts";
import {
	hears,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
	writesAsk,
} from "../support/steps.ts";
import { startTogether, type Together } from "../support/together.ts";
import { troubles } from "../support/troubles.ts";

let together: Together | undefined;
afterEach(() => together?.stop());

const question = "You are in 1 mentorship here. It ends, and whoever is in it";
const over = "Your mentorship with";
const pauseNews = "needs a pause from your mentorship";
const askedOnce = "has been paused for four weeks";

async function leaves(person: Driver): Promise<void> {
	await person.types("/mentor leave");
	await person.sees(question);
	await person.clicks("Leave");
	await person.sees("You have left the program.");
}

test("leaving says first what ends; the partner is told without a reason and offered a new search", async () => {
	together = await startTogether();
	const { bot, ana, ben, saysAll } = together;
	await addsGoal(ana, { who: "Ben Okafor" });
	await leaves(ben);
	await saysAll();
	const told = await ana.sees(`${over} @Ben Okafor has ended`);
	expect(told).toContain(
		"That says nothing about you, and no reason is asked.",
	);
	expect(told).toContain("Your goals stay yours");
	expect(told).not.toMatch(/Ben Okafor (has )?left/);
	expect(await overviewOf(ana)).not.toContain("My mentorships");
	await ana.types("/mentor goals");
	await ana.sees(goal);
	await ana.closes();
	expect(await hears(ana, () => ana.clicks("Look for someone new"))).toContain(
		"@Dana Novak",
	);
	ben.sawNot(`${over} @Ana Lopes has ended`);
	expect(await together.mentorship()).toMatchObject({
		state: "ended",
		ended_as: "left",
	});
	// Their old buttons say what has become of it.
	await ana.clicks("Something is wrong");
	await ana.sees("It has all stopped.");
	expect(troubles(bot)).toEqual([]);
});

test("the mentor's seat is free again, and whoever has waited longest is told of it", async () => {
	together = await startTogether();
	const { bot, ana, ben, chen, dana, now, saysAll } = together;
	await dana.types("/mentor leave");
	await dana.clicks("Leave");
	await dana.sees("You have left the program.");
	await joinsAsMentee(dana, "Testing");
	await joinsAsMentee(chen, "Testing");
	for (const one of [chen, dana]) {
		await one.types("/mentor find testing");
		await one.clicks("Wait for a mentor");
		await one.sees('You are on the waiting list for "testing".');
	}
	await ringBell(bot, waitingKind, now);
	chen.sawNot("has room now");

	await leaves(ana);
	await saysAll();
	const told = await ben.sees(`${over} @Ana Lopes has ended`);
	expect(told).toContain("Your seat is free again for someone new.");
	ben.sawNot("Look for someone new");
	await ringBell(bot, waitingKind, now);
	// Where Chen is the working day is over: the message waits for the next.
	expect(await overviewOf(chen)).toContain("@Ben Okafor has room now");
	expect(await overviewOf(dana)).not.toContain("has room now");
	expect(troubles(bot)).toEqual([]);
});

test("a pause of one's part in the program leaves the mentorships alone, and says so", async () => {
	together = await startTogether();
	const { bot, ana, ben } = together;
	const before = await glance(ana);
	const said = await hears(ben, () => ben.types("/mentor pause"));
	expect(said).toContain(
		"Your mentorship goes on, and nobody in it is told. To pause it as well, open it in",
	);
	expect(await glance(ana)).toBe(before);
	expect(await together.mentorship()).toMatchObject({ state: "exploring" });
	expect(troubles(bot)).toEqual([]);
});

test("deactivated: paused for thirty days, and leave looks the same from outside", async () => {
	together = await startTogether();
	const { bot, ana, ben, isGone, isBack } = together;
	await isGone(ben);
	const told = await ana.sees(`@Ben Okafor ${pauseNews}, until`);
	expect(told).toContain("There is nothing for you to do.");
	expect(told).not.toMatch(/deactivated|left|gone/);
	expect(await glance(ana)).toMatch(
		/Paused until .*: @Ben Okafor needs a pause\./,
	);
	await isBack(ben);
	await ana.sees("Your mentorship with @Ben Okafor goes on");
	await ben.sees("Your mentorship with @Ana Lopes goes on");
	expect(await glance(ben)).toContain("Exploring until");
	expect(troubles(bot)).toEqual([]);
});

test("then mentorships end, the partner is told kindly and offered a new search", async () => {
	together = await startTogether();
	const { bot, ana, ben, isGone, daysPass, goneForGood } = together;
	await isGone(ben);
	await ana.sees(pauseNews);
	await daysPass(29);
	expect((await together.mentorship()).state).toBe("paused");
	ana.sawNot(askedOnce);
	await daysPass(5);
	await goneForGood();
	const told = await ana.sees("Your mentorship with @Ben Okafor has ended");
	expect(told).toContain("Whatever you made of it together stays with you.");
	expect(await together.mentorship()).toMatchObject({
		state: "ended",
		ended_as: "gone",
	});
	const found = await hears(ana, () => ana.clicks("Look for someone new"));
	expect(found).toContain("@Dana");
	// Whoever comes back then finds it over.
	await together.isBack(ben);
	expect(await together.mentorship()).toMatchObject({ state: "ended" });
	expect(troubles(bot)).toEqual([]);
});

test("gone: what was asked of them is asked of the next, what they asked is withdrawn", async () => {
	together = await startTogether();
	const { bot, ana, chen, dana, isGone } = together;
	await joinsAsMentor(chen, "Testing");
	await ana.types("/mentor ask @Dana Novak");
	await writesAsk(ana);
	await ana.submits();
	await ana.clicks("Next choices");
	await ana.chooses("Add someone", "Chen Wei");
	await ana.sees("2. @Chen Wei");
	await ana.chooses(/^None of them is my manager/m, "That is right");
	await ana.submits();
	await ana.submits();
	await ana.sees("Your request is on its way to Dana Novak.");
	await ana.closes();
	await dana.sees("Accept Ana Lopes");

	await isGone(dana);
	await ana.sees("Dana Novak can't right now.");
	await chen.sees("Accept Ana Lopes");
	await isGone(ana);
	await chen.clicks("Accept Ana Lopes");
	await chen.sees("This request was withdrawn");
	expect(troubles(bot)).toEqual([]);
});
