import { afterEach, expect, test } from "@jest/globals";
import {
	type Introducing,
	names,
	startIntroducing,
	wonders,
} from "../support/introducing.ts";
import { joinsAsMentee, overviewOf } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let running: Introducing | undefined;
afterEach(() => running?.bot.stop());

async function start(): Promise<Introducing> {
	running = await startIntroducing();
	return running;
}

test("don't contact me: whoever said so is never asked, and reads as not available", async () => {
	const { bot, ana, ben, chen, dana, day } = await start();
	await wonders(ana);
	await day();
	await names(ben, "Dana Novak");
	await day();
	await dana.clicks("Don't contact me");
	await ana.sees("Dana Novak can't right now.");
	await ben.clicks("Name someone else");
	for (const name of ["Dana Novak", "Gil Guest", "Erik External"]) {
		await ben.chooses("Who could Ana Lopes talk to?", name);
		await ben.submits();
		expect(ben.errors()).toEqual({
			"Who could Ana Lopes talk to?": `${name} is not available for this introduction. Please name somebody else.`,
		});
	}
	for (const [name, fault] of [
		["Ben Okafor", "That is you."],
		["Ana Lopes", "That is the person you introduce."],
		["Standup Bot", "Standup Bot is an app."],
	] as const) {
		await ben.chooses("Who could Ana Lopes talk to?", name);
		await ben.submits();
		expect(Object.values(ben.errors())[0]).toContain(fault);
	}
	await ben.closes();

	// Someone whom Ana never wants to be matched with reads the same.
	await ana.types("/mentor profile");
	await ana.clicks("Edit Never matched with");
	await ana.chooses("Who should you never be matched with?", "Chen Wei");
	await ana.submits();
	await ana.sees("Saved: Never matched with.");
	await ana.closes();
	await ben.clicks("Name someone else");
	await ben.chooses("Who could Ana Lopes talk to?", "Chen Wei");
	await ben.submits();
	expect(Object.values(ben.errors())).toEqual([
		"Chen Wei is not available for this introduction. Please name somebody else.",
	]);
	chen.sawNot("Ana Lopes");
	expect(troubles(bot)).toEqual([]);
});

test("a question is withdrawn, and old buttons say so", async () => {
	const { ana, ben, dana, day } = await start();
	await wonders(ana);
	await day();
	await names(ben, "Dana Novak");
	await day();
	await dana.sees("thought of you");
	await ana.types("/mentor");
	await ana.clicks("Withdraw");
	await ana.sees("Your question to Ben Okafor is withdrawn.");
	await dana.clicks("Happy to talk to Ana Lopes");
	await dana.sees("This is no longer needed.");
	ana.sawNot("meet @Ana Lopes");
});

test("whoever leaves takes their questions along", async () => {
	const { ana, ben, dana, day } = await start();
	await wonders(ana);
	await day();
	await names(ben, "Dana Novak");
	await day();
	await dana.sees("thought of you");
	await ana.types("/mentor leave");
	await ana.clicks("Leave");
	await ana.sees("You have left the program.");
	await dana.clicks("Not now");
	await dana.sees("This is no longer needed.");
	ben.sawNot("Dana Novak can't right now.");
});

test("when something is wrong nobody is brought together any more, and nobody learns why", async () => {
	const { bot, ana, ben, dana, day } = await start();
	await wonders(ana);
	await day();
	await names(ben, "Dana Novak");
	await day();
	await dana.sees("thought of you");
	await ana.types("/mentor");
	await ana.clicks("Something is wrong");
	await ana.sees("It has all stopped.");
	await ana.closes();
	await dana.clicks("Happy to talk to Ana Lopes");
	await dana.sees("This is no longer needed.");
	for (const person of [ana, ben, dana]) person.sawNot("meet @Ana Lopes");
	expect(await overviewOf(ben)).not.toContain("kite racing");
	expect(troubles(bot)).toEqual([]);
});

test("a mentor introduces unasked: the mentee says first whether they would like it", async () => {
	const { bot, ana, ben, dana, day } = await start();
	await ben.types("/mentor intro @Dana Novak kite racing");
	await ben.submits();
	await ben.sees("I ask Ana Lopes whether they would like to meet Dana Novak.");
	await ben.closes();
	await day();
	await ana.sees("@Ben Okafor would like to introduce you to @Dana Novak");
	dana.sawNot("Ana Lopes");
	await ana.clicks("Yes, ask Dana Novak");
	await ana.sees("I ask Dana Novak now.");
	await ben.sees("Ana Lopes would like to meet Dana Novak.");
	await day();
	await dana.clicks("Happy to talk to Ana Lopes");
	await ana.sees("@Dana Novak, meet @Ana Lopes.");
	expect(troubles(bot)).toEqual([]);
});

test("without a mentor there is nobody to ask", async () => {
	const { ben, dana } = await start();
	await ben.types("/mentor intro @Dana Novak kite racing");
	expect(ben.modal()).toContain("Whom do you introduce?");
	await ben.closes();
	await joinsAsMentee(dana, "Testing");
	await dana.types("/mentor intro kite racing");
	await dana.sees("There is no mentor of yours to ask right now.");
});
