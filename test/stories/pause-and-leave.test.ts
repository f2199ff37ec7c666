import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { people } from "../support/people.ts";
import {
	asks,
	fillsJoinPage,
	hears,
	joins,
	joinsAsMentee,
	joinsAsMentor,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

test("one tap to pause and to come back, from anywhere", async () => {
	bot = await startBot();
	const { ana, ben } = people(bot);
	await joinsAsMentor(ben, "Testing");
	const finds = () => hears(ana, () => ana.types("/mentor find testing"));

	await ben.types("/mentor pause");
	await ben.sees("You are paused");
	expect(await finds()).toContain("nobody to suggest");
	await ben.clicks("Resume");
	await ben.sees("Welcome back.");
	expect(await finds()).toContain("@Ben Okafor");

	await ben.opensHome();
	await ben.clicks("Pause");
	await ben.sees(/Mentor: .*, paused/);
	await ben.closes();
	expect(await finds()).toContain("nobody to suggest");
	await ben.types("/mentor resume");
	expect(await finds()).toContain("@Ben Okafor");
	const again = await hears(ben, () => ben.types("/mentor resume"));
	expect(again).toContain("You are not paused.");
	expect(troubles(bot)).toEqual([]);
});

test("leaving closes the requests, and who asked is told", async () => {
	bot = await startBot();
	const { ana, ben, chen } = people(bot);
	await joinsAsMentor(chen, "Testing");
	await joins(ben, { role: "Both", wants: ["Testing"], offers: ["Testing"] });
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Ben Okafor");
	await asks(ben, "Chen Wei");
	await chen.sees("Accept Ben Okafor");

	await ben.types("/mentor leave");
	await ben.sees("Leaving closes your open requests");
	await ben.clicks("Leave");
	await ben.sees("You have left the program.");

	await ana.sees("Ben Okafor can't right now.");
	await ana.types("/mentor");
	ana.sawNot("My open requests");
	await chen.clicks("Accept Ben Okafor");
	await chen.sees("This request was withdrawn");
	const found = await hears(ana, () => ana.types("/mentor find testing"));
	expect(found).toContain("@Chen Wei");
	expect(found).not.toContain("Ben Okafor");
	const profile = await hears(ben, () => ben.types("/mentor profile"));
	expect(profile).toContain("You have not joined the mentoring program yet.");
	expect(troubles(bot)).toEqual([]);
});

test("who comes back finds the profile as it was", async () => {
	bot = await startBot();
	const { ana, ben } = people(bot);
	await joins(ben, {
		role: "Mentor",
		offers: ["Testing", "Writing"],
		offer: "Tests that read like prose",
	});
	await ben.types("/mentor leave");
	await ben.clicks("Leave");
	await ben.sees("You have left the program.");

	await ben.types("/mentor join");
	await fillsJoinPage(ben, { role: "Mentor" });
	await ben.submits();
	await ben.sees("You are part of the mentoring program now.");
	await ben.closes();
	const found = await hears(ana, () => ana.types("/mentor find testing"));
	expect(found).toContain("Tests that read like prose");
	expect(found).toContain("Offers Testing and Writing");
});
