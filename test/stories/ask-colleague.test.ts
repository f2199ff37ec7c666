import { afterEach, expect, test } from "@jest/globals";
import {
	closeKind,
	remindKind,
} from "../../src/matching/reply-window.service.ts";
import { ringBell, workday } from "../support/bell.ts";
import { type BotOptions, type Running, startBot } from "../support/bot.ts";
import { people } from "../support/people.ts";
import {
	asks,
	hears,
	joins,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
	writesAsk,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

async function start(options: BotOptions = {}) {
	bot = await startBot(options);
	return { bot, ...people(bot) };
}

test("a colleague who has not joined can be asked: accepting enrolls them", async () => {
	const { bot, ana, dana } = await start();
	await joinsAsMentee(ana, "Testing");
	await ana.types("/mentor ask @Dana Novak");
	await writesAsk(ana);
	await ana.submits();
	const preview = await ana.sees("Before it is sent");
	expect(preview).toContain("Dana Novak has not joined yet.");
	await ana.submits();
	await ana.sees("Your request is on its way to Dana Novak.");
	await ana.closes();

	const ask = await dana.sees("@Ana Lopes would like to ask you");
	expect(ask).toContain("> Look at my plan with me");
	expect(ask).toContain("Accepting makes you a mentor in it");
	expect(ask).toContain("1. It is voluntary");
	for (const label of ["Accept Ana Lopes", "Not now", "Don't contact me"])
		expect(ask).toContain(`[${label}]`);
	await dana.clicks("Accept Ana Lopes");
	await dana.sees("You accepted Ana Lopes.");
	await ana.sees("meet @Dana Novak");
	expect(await overviewOf(dana)).toContain("Mentor: ");
	expect(troubles(bot)).toEqual([]);
});

test("whoever has not joined gets one message for each ask, and no more", async () => {
	const now = workday();
	const { bot, ana, ben, dana } = await start({ now: () => now });
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Dana Novak");
	const ask = await dana.sees("would like to ask you");
	expect(ask).toContain("no reminder will come");
	await ringBell(bot, remindKind, now);
	await ringBell(bot, closeKind, now);
	await ana.sees("Dana Novak can't right now.");
	// What comes later comes alone.
	await joinsAsMentee(ben, "Testing");
	await asks(ben, "Dana Novak");
	await dana.sees("@Ben Okafor would like to ask you");
	expect(dana.messages()).toHaveLength(2);
});

test("whoever was asked is not found, and is nobody's mentor by it", async () => {
	const { ana, ben, dana } = await start();
	await joinsAsMentee(ana, "Testing");
	await joinsAsMentor(ben, "Testing");
	await asks(ana, "Dana Novak");
	await dana.sees("would like to ask you");
	expect(
		await hears(ana, () => ana.types("/mentor find"), /Ben Okafor/),
	).not.toContain("Dana");
});

test("anyone can say don't contact me once, for good", async () => {
	const { bot, ana, ben, chen, dana } = await start();
	for (const one of [ana, ben, chen]) await joinsAsMentee(one, "Testing");
	await asks(ana, "Dana Novak");
	await dana.sees("would like to ask you");
	await dana.clicks("Don't contact me");
	await dana.sees("Mentor will not write to you again.");
	// To others it reads as anything else does.
	await ana.sees("Dana Novak can't right now.");
	const said = () =>
		hears(ben, () => ben.types("/mentor ask @Dana Novak"), /Dana Novak/);
	expect(await said()).toBe(
		"Dana Novak is not available right now. /mentor find shows who is.",
	);
	await ben.types("/mentor suggest @Dana Novak testing");
	await ben.submits();
	await ben.sees("Thank you for thinking of Dana Novak");
	await ben.closes();
	const before = dana.messages().length;

	// In one tap it is undone, and from then on they are asked again.
	await dana.clicks("Undo");
	await dana.sees("Undone: colleagues can ask you again");
	await asks(chen, "Dana Novak");
	await dana.sees("@Chen Wei would like to ask you");
	expect(dana.messages()).toHaveLength(before + 1);

	// Joining takes it back as well.
	await dana.clicks("Don't contact me");
	await dana.sees("Mentor will not write to you again.");
	await joins(dana, { role: "Mentor", offers: ["Testing"] });
	await asks(ben, "Dana Novak");
	await dana.sees("@Ben Okafor would like to ask you");
	expect(troubles(bot)).toEqual([]);
});

test("after joining the button offers a pause, or to leave", async () => {
	const { ana, dana } = await start();
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Dana Novak");
	await dana.sees("would like to ask you");
	await joins(dana, { role: "Mentor", offers: ["Testing"] });
	await dana.clicks("Don't contact me");
	expect(
		await dana.sees("You are part of the program, so colleagues can ask you."),
	).toContain("[Pause]");
});
