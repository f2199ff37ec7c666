import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { people } from "../support/people.ts";
import {
	asks,
	hears,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

async function start() {
	bot = await startBot();
	return { bot, ...people(bot) };
}

const thanks = /Thank you for thinking of Dana Novak/;

async function suggests(
	person: Driver,
	{ why, saysWho }: { why?: string; saysWho?: boolean } = {},
): Promise<string> {
	await person.types("/mentor suggest @Dana Novak testing");
	if (why) await person.fills("Why them, in a sentence?", why);
	if (saysWho) await person.chooses("Your name", "Say that it was me");
	await person.submits();
	const said = await person.sees(thanks);
	await person.closes();
	return said;
}

test("the colleague gets one private invitation, with the nominator's name", async () => {
	const { bot, ana, dana } = await start();
	await suggests(ana, { why: "She reviews so well", saysWho: true });
	const invitation = await dana.sees("@Ana Lopes thinks you would be");
	expect(invitation).toContain("What they would ask you about: Testing");
	expect(invitation).toContain("> She reviews so well");

	await dana.clicks("Join as a mentor");
	const page = await dana.sees("Join mentoring");
	expect(page).toMatch(/What would you like to be\?: Mentor/);
	expect(page).toMatch(/What can you help with\?: Testing/);
	await dana.submits();
	await dana.sees("You are part of the mentoring program now.");
	await dana.closes();
	expect(await overviewOf(dana)).toMatch(/Mentor: .*\s+1 topic/);
	await dana.clicks("No, thanks");
	await dana.sees("You are a mentor by now");
	expect(troubles(bot)).toEqual([]);
});

test("or without the name, and nothing more if they ignore it", async () => {
	const { bot, ana, ben, dana } = await start();
	const said = await suggests(ana, { why: "She reviews so well" });
	const invitation = await dana.sees("A colleague thinks you would be");
	expect(invitation).not.toContain("Ana");
	// Whoever suggests her again reads the same, and she reads nothing.
	expect(await suggests(ben, { saysWho: true })).toBe(said);
	expect(await suggests(ana)).toBe(said);
	// What comes later comes alone.
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Dana Novak");
	await dana.sees("would like to ask you");
	const invitations = dana.messages().filter((one) => one.includes("thinks"));
	expect(invitations).toEqual([invitation]);
	expect(troubles(bot)).toEqual([]);
});

test("a no stays with who said it", async () => {
	const { ana, dana } = await start();
	await suggests(ana);
	await dana.clicks("No, thanks");
	await dana.sees("No it is, and nobody is told.");
	ana.sawNot("No it is");
	dana.sawNot("would be a good mentor");
});

test("a mentee who is suggested keeps what they have", async () => {
	const { ana, dana } = await start();
	await joinsAsMentee(dana, "Kubernetes");
	await suggests(ana);
	await dana.clicks("Join as a mentor");
	expect(await dana.sees("Join mentoring")).toMatch(
		/What would you like to be\?: Both/,
	);
	await dana.submits();
	await dana.sees("You are part of the mentoring program now.");
	await dana.closes();
	expect(await overviewOf(dana)).toMatch(/Both: .*\s+2 topics/);
});

test("who cannot be suggested, and what is said of it", async () => {
	const { ana, ben } = await start();
	await joinsAsMentor(ben, "Testing");
	for (const [name, answer] of [
		["@Ana Lopes", "That is you."],
		["@Standup Bot", "Standup Bot is an app"],
		["@Gil Guest", "Gil Guest is a guest"],
		["@Erik External", "Erik External belongs to another company"],
		["<@U07OLD>", "Olga Former is no longer active"],
		["<@U99NOBODY>", "I cannot find that person here."],
		["@Ben Okafor", "Ben Okafor is already a mentor here."],
	] as const)
		expect(
			await hears(ana, () => ana.types(`/mentor suggest ${name} testing`)),
		).toContain(answer);
	expect(ana.modal()).toBeNull();

	// Without a name the form asks for it, and says why not where it stands.
	await ana.types("/mentor suggest");
	await ana.chooses("Who is it?", "Ben Okafor");
	await ana.chooses("What could they help with?", "Testing");
	await ana.fills("Why them, in a sentence?", "He is patient");
	await ana.submits();
	expect(ana.errors()).toEqual({
		"Who is it?":
			"Ben Okafor is already a mentor here. `/mentor ask` lets you ask them.",
	});
	expect(ana.modal()).toContain("He is patient");
});
