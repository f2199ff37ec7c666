import { afterEach, expect, test } from "@jest/globals";
import {
	fillsInName,
	type Introducing,
	names,
	startIntroducing,
	wonders,
} from "../support/introducing.ts";
import { hears, overviewOf } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let running: Introducing | undefined;
afterEach(() => running?.bot.stop());

async function start(): Promise<Introducing> {
	running = await startIntroducing();
	return running;
}

test("asks the mentor; that person is asked first, and only on yes a group DM opens", async () => {
	const { bot, ana, ben, dana, day } = await start();
	await ana.types("/mentor intro kite racing");
	const form = ana.modal();
	expect(form).toContain("kite racing");
	expect(form).toContain(
		"Your mentor reads this, and so does the person they name.",
	);
	await ana.closes();
	await wonders(ana);
	expect(await overviewOf(ana)).toMatch(
		/Ben Okafor has your question since .*\. It is their move, until .*:\s+> kite racing/,
	);
	await day();
	const question = await ben.sees("@Ana Lopes asks you: who can I talk to");
	expect(question).toContain("> kite racing");
	expect(question).toContain("> I have a race in May");
	expect(await overviewOf(ben)).toMatch(/It is your move, until .*/);

	await names(ben, "Dana Novak");
	await ana.sees("Ben Okafor thought of @Dana Novak.");
	await day();
	const invitation = await dana.sees(
		"@Ben Okafor thought of you as someone @Ana Lopes could talk to",
	);
	for (const words of [
		"> kite racing",
		"> I have a race in May",
		"> She won it twice",
		"I open a group conversation for Ana Lopes and you. Ben Okafor is not in it.",
		"Don't contact me",
	])
		expect(invitation).toContain(words);
	for (const person of [ana, ben]) person.sawNot("meet @Ana Lopes");
	expect(await overviewOf(ana)).toContain(
		"whom @Ben Okafor thought of, is asked",
	);

	await dana.clicks("Happy to talk to Ana Lopes");
	await dana.sees("A group conversation with Ana Lopes opens now.");
	const hello = await ana.sees("@Dana Novak, meet @Ana Lopes.");
	expect(hello).toContain("> kite racing");
	expect(hello).not.toContain("She won it twice");
	expect(await dana.sees("@Dana Novak, meet @Ana Lopes.")).toBe(hello);
	await ben.sees("@Dana Novak is happy to talk to @Ana Lopes.");
	ben.sawNot("meet @Ana Lopes");

	// Old buttons tell what happened since, and do nothing more.
	await ana.clicks("Withdraw");
	await ana.sees("They said yes, and the two have a conversation");
	await ben.clicks("Nobody comes to mind");
	await ben.sees("They said yes, and the two have a conversation");
	expect(troubles(bot)).toEqual([]);
});

test("on a no and after the window both read the same, and the mentor may name somebody else", async () => {
	const { bot, ana, ben, dana, another, day, windowCloses } = await start();
	await wonders(ana);
	await day();
	await names(ben, "Dana Novak");
	await day();
	await dana.clicks("Not now");
	await dana.sees("read that you can't right now, and nothing else");
	const declined = await ana.sees("Dana Novak can't right now.");
	const told = await ben.sees("Dana Novak can't right now.");

	await ben.clicks("Name someone else");
	await fillsInName(ben, "Colleague 1");
	await day();
	await another.sees("thought of you as someone @Ana Lopes could talk to");
	await windowCloses();
	const expired = await ana.sees("Colleague 1 can't right now.");
	expect(expired.replaceAll("Colleague 1", "Dana Novak")).toBe(declined);
	const toldAgain = await ben.sees("Colleague 1 can't right now.");
	expect(toldAgain.replaceAll("Colleague 1", "Dana Novak")).toBe(told);
	await another.clicks("Happy to talk to Ana Lopes");
	await another.sees("The time to answer is over");
	ana.sawNot("meet @Ana Lopes");
	expect(troubles(bot)).toEqual([]);
});

test("nobody comes to mind, said or not, and the mentee reads it kindly", async () => {
	const { ana, ben, day, windowCloses } = await start();
	await wonders(ana);
	await day();
	await ana.types("/mentor intro gliding");
	await ana.submits();
	expect(ana.errors()).toMatchObject({
		"Whom do you ask?": expect.stringContaining(
			"Ben Okafor has a question of yours",
		),
	});
	await ana.closes();
	await ben.clicks("Nobody comes to mind");
	await ben.sees("I tell Ana Lopes that nobody comes to mind right now.");
	const said = await ana.sees("can't think of anyone");
	await wonders(ana, "gliding");
	const unsaid = await hears(ana, windowCloses, /can't think of anyone/);
	expect(unsaid).toBe(said);
	ben.sawNot("Name someone for Ana Lopes");
});
