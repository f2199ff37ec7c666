import { afterEach, expect, test } from "@jest/globals";
import { waitingKind } from "../../src/matching/waiting.ts";
import { ringBell, workday } from "../support/bell.ts";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { people } from "../support/people.ts";
import {
	fillsJoinPage,
	hears,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
	writesAsk,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

const now = workday();
const opened = () => startBot({ now: () => now });
const seatsAreLookedAt = (running: Running) =>
	ringBell(running, waitingKind, now);

async function waitsFor(person: Driver, query: string): Promise<void> {
	await person.types(`/mentor find ${query}`);
	await person.clicks("Wait for a mentor");
	await person.sees(`You are on the waiting list for "${query}".`);
}

test("the waiting list fills itself: the longest-waiting mentee gets the suggestion first", async () => {
	bot = await opened();
	const { ana, ben, chen } = people(bot);
	await joinsAsMentee(ana, "Testing");
	await joinsAsMentee(ben, "Testing");
	await waitsFor(ana, "testing");
	await waitsFor(ben, "testing");
	expect(await overviewOf(ana)).toMatch(
		/Waiting for a mentor\s+testing, since .*\s+Mentor tells you when someone has room\. There is nothing for you to do\./,
	);
	const again = await hears(ana, () => ana.types("/mentor find testing"));
	expect(again).toContain("You are on the waiting list for this.");

	await joinsAsMentor(chen, "Testing");
	await seatsAreLookedAt(bot);
	const told = await ana.sees(
		"@Chen Wei has room now and suits what you look for",
	);
	expect(told).toContain("works with Testing");
	expect(told).toContain("nobody else who waits is told of this seat");
	expect(await overviewOf(ana)).toMatch(
		/A mentor has room\s+@Chen Wei has room now .* It is your move, until/,
	);
	ben.sawNot("@Chen Wei");

	await ana.clicks("Not for me");
	await ana.sees("Not Chen Wei, then.");
	await seatsAreLookedAt(bot);
	await ben.sees("@Chen Wei has room now and suits what you look for");
	expect(await overviewOf(ana)).not.toContain("Chen Wei");

	await ben.clicks("Ask Chen Wei");
	await writesAsk(ben);
	await ben.submits();
	await ben.submits();
	await ben.sees("Your request is on its way to Chen Wei.");
	await ben.closes();
	expect(await overviewOf(ben)).toContain(
		"You have asked @Chen Wei. Your place is kept until they answer.",
	);
	await chen.clicks("Accept Ben Okafor");
	await chen.sees("You accepted Ben Okafor.");
	await seatsAreLookedAt(bot);
	const after = await overviewOf(ben);
	expect(after).toContain(
		"testing: @Chen Wei said yes, so you wait no longer.",
	);
	expect(after).not.toContain("Stop waiting");
	expect(troubles(bot)).toEqual([]);
});

test("who has not joined joins on the way, and the search is kept", async () => {
	bot = await opened();
	const { ana, dana } = people(bot);
	await dana.types("/mentor find public speaking");
	await dana.sees("No one else has joined as a mentor yet.");
	await dana.clicks("Wait for a mentor");
	await dana.sees("Join mentoring");
	await fillsJoinPage(dana, { wants: ["Public speaking"] });
	await dana.submits();
	await dana.sees("You are part of the mentoring program now.");
	await dana.sees('You are on the waiting list for "public speaking".');
	await dana.closes();
	expect(await overviewOf(dana)).toContain("public speaking, since");

	await joinsAsMentor(ana, "Public speaking");
	await seatsAreLookedAt(bot);
	await dana.sees("@Ana Lopes has room now");
	expect(troubles(bot)).toEqual([]);
});

test("a short list with nobody who suits: waiting for others", async () => {
	bot = await opened();
	const { ana, ben, chen } = people(bot);
	await joinsAsMentee(ana, "Testing");
	await joinsAsMentor(ben, "Testing");
	await ana.types("/mentor find testing");
	await ana.sees("Is the right one not among them?");
	await ana.clicks("Wait for others");
	await ana.sees('You are on the waiting list for "testing".');
	await seatsAreLookedAt(bot);
	await joinsAsMentor(chen, "Testing");
	await seatsAreLookedAt(bot);
	await ana.sees("@Chen Wei has room now");
	ana.sawNot("@Ben Okafor has room now");
	expect(troubles(bot)).toEqual([]);
});

test("pausing holds the place, stopping and leaving give it up", async () => {
	bot = await opened();
	const { ana, ben, chen } = people(bot);
	await joinsAsMentee(ana, "Testing");
	await joinsAsMentee(ben, "Testing");
	await waitsFor(ana, "testing");
	await waitsFor(ben, "testing");
	await ana.types("/mentor pause");
	await ana.sees("You are paused");
	expect(await overviewOf(ana)).toContain(
		"On hold while you are paused. Your place is kept.",
	);

	await ben.opensHome();
	await ben.clicks("Stop waiting");
	await ben.sees('You wait for "testing" no longer.');
	await ben.closes();
	expect(await overviewOf(ben)).not.toContain("Waiting for a mentor");

	await ana.types("/mentor leave");
	await ana.clicks("Leave");
	await ana.sees("You have left the program.");
	await joinsAsMentor(chen, "Testing");
	await seatsAreLookedAt(bot);
	await joinsAsMentee(ana, "Testing");
	expect(await overviewOf(ana)).not.toContain("Waiting for a mentor");
	for (const one of [ana, ben]) one.sawNot("@Chen Wei");
	expect(troubles(bot)).toEqual([]);
});
