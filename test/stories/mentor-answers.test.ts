import { afterEach, expect, test } from "@jest/globals";
import { closeKind } from "../../src/matching/reply-window.service.ts";
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
import { until } from "../support/until.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

const now = workday();

/** Ana has asked Ben. */
const scene: Scene = {
	name: "asked",
	options: { now: () => now, world: worldWith(3) },
	async play(bot) {
		const { ana, ben } = people(bot);
		await joinsAsMentor(ben, "Testing");
		await joinsAsMentee(ana, "Testing");
		await asks(ana, "Ben Okafor");
		await ben.sees("Accept Ana Lopes");
	},
};

async function asked() {
	bot = await startScene(scene);
	return { bot, ...people(bot), three: colleagues(bot, 3) };
}

test("tell me more: a question back, and the clock stops", async () => {
	const { bot, ana, ben } = await asked();
	await ben.clicks("Ask Ana Lopes to tell you more");
	const question = "What would you like to know from Ana Lopes?";
	expect(await ben.sees(question)).toContain("nobody else does");
	await ben.fills(question, "What have you tried?");
	await ben.submits();
	await ben.sees(/on its way to Ana Lopes, and it is their move\./);
	await ben.closes();
	expect(await overviewOf(ben)).toContain(
		"@Ana Lopes has a question from you to answer. It is their move",
	);

	const told = await ana.sees("would like to know more before they answer");
	expect(told).toContain("> What have you tried?");
	expect(told).toContain("It is your move, until");
	expect(await overviewOf(ana)).toContain(
		"@Ben Okafor asked you a question before they answer. It is your move",
	);
	await ana.clicks("Answer Ben Okafor");
	expect(await ana.sees("Your answer to Ben Okafor")).toContain(
		"What have you tried?",
	);
	await ana.fills("Your answer to Ben Okafor", "Two drafts");
	await ana.submits();
	await ana.sees("Your answer is on its way to Ben Okafor. It is their move");
	await ana.closes();

	const answered = await ben.sees("has answered your question");
	expect(answered).toContain("> What have you tried?");
	expect(answered).toContain("> Two drafts");
	expect(answered).toContain("It is your move, until");
	// The question is answered: its old button says so.
	await ana.clicks("Answer Ben Okafor");
	await ana.sees("Ben Okafor has your request, and it is their move.");
	await ben.clicks("Accept Ana Lopes");
	await ana.sees("meet @Ben Okafor");
	expect(troubles(bot)).toEqual([]);
});

test("a question that is never answered ends the request, kindly to both", async () => {
	const { bot, ana, ben } = await asked();
	await ben.clicks("Ask Ana Lopes to tell you more");
	await ben.fills(/What would you like to know/, "What have you tried?");
	await ben.submits();
	await ben.sees("it is their move.");
	await ben.closes();
	await ana.clicks("Answer Ben Okafor");
	await ana.fills("Your answer to Ben Okafor", "Two long drafts");
	await ringBell(bot, closeKind, now);
	await ben.sees("has not come back to your question");
	await ana.submits();
	const late = await ana.sees("This request was withdrawn");
	// Nothing typed is lost.
	expect(late).toContain("Two long drafts");
	await ana.closes();
	await ana.sees("you can ask again at any time.");
	await asks(ana, "Ben Okafor");
	expect(troubles(bot)).toEqual([]);
});

test("not now, with a colleague suggested: a line of its own, and one tap to ask them", async () => {
	const { bot, ana, ben, three } = await asked();
	const [colleague] = three;
	await joinsAsMentor(colleague ?? ben, "Testing");
	await ben.clicks("Not now, Ana Lopes");
	await ben.sees("Not now it is.");
	const told = await ana.sees("Ben Okafor can't right now.");
	await ben.clicks("Suggest someone to Ana Lopes");
	const who = "Who could help Ana Lopes instead?";
	await ben.chooses(who, "Ben Okafor");
	await ben.submits();
	expect(Object.values(ben.errors())).toEqual([
		"Please choose someone other than yourself.",
	]);
	await ben.chooses(who, "Colleague 1");
	await ben.submits();
	await ben.sees("Ana Lopes reads that you thought of Colleague 1.");
	await ben.closes();
	await ana.sees("thought of @Colleague 1, who might help you.");
	expect(told).not.toContain("Colleague 1");
	colleague?.sawNot("Ana Lopes");
	await ben.clicks("Suggest someone to Ana Lopes");
	await ben.chooses(who, "Colleague 2");
	await ben.submits();
	await ben.sees("You have suggested someone to Ana Lopes already.");
	await ben.closes();
	await ana.clicks("Ask Colleague 1");
	await ana.sees("A request to @Colleague 1.");
	expect(troubles(bot)).toEqual([]);
});

test("not now, unavailable until a date, and back earlier with one tap", async () => {
	const { ana, ben, three } = await asked();
	const [other] = three;
	await joinsAsMentee(other ?? ana, "Testing");
	await ben.clicks("Not now, Ana Lopes");
	await ben.clicks("I am away until ...");
	const day = "From when on are you available again?";
	const inDays = (days: number) =>
		new Date(now.getTime() + days * 24 * 3_600_000).toISOString().slice(0, 10);
	await ben.fills(day, inDays(-1));
	await ben.submits();
	expect(Object.values(ben.errors())).toEqual([
		"Please choose a day after today, within a year.",
	]);
	await ben.fills(day, inDays(20));
	await ben.submits();
	await ben.sees(/Until .* nobody finds you as a mentor\./);
	await ben.closes();
	const finds = () =>
		hears(other ?? ana, () => (other ?? ana).types("/mentor find testing"));
	expect(await finds()).not.toContain("Ben Okafor");
	await ben.opensHome();
	await ben.sees("Not suggested right now");
	await ben.clicks("I am available");
	await ben.sees("Welcome back.");
	await ben.closes();
	await untilHome(ben, (home) => !home.includes("Not suggested right now"));
	expect(await finds()).toContain("Ben Okafor");
});

test("several arrive as one list with not now to the rest", async () => {
	const { bot, ana, ben, three } = await asked();
	const [one, two] = three;
	if (!one || !two) throw new Error("There are three.");
	for (const mentee of [one, two]) {
		await joinsAsMentee(mentee, "Testing");
		await asks(mentee, "Ben Okafor");
	}
	const list = await ben.sees("@Colleague 2 would like to ask you");
	for (const name of ["Ana Lopes", "Colleague 1", "Colleague 2"])
		expect(list).toContain(`Accept ${name}`);
	await ben.clicks("Accept Colleague 1");
	const left = await ben.sees("You accepted Colleague 1.");
	expect(left).toContain("Others who wait for your answer");
	expect(left).toContain("Accept Ana Lopes");
	expect(left).not.toContain("Accept Colleague 1");
	await ben.clicks("Not now to the rest");
	await ben.sees(
		"Ana Lopes and Colleague 2 read that you can't right now, without a reason.",
	);
	for (const mentee of [ana, two])
		await mentee.sees("Ben Okafor can't right now.");
	await one.sees("meet @Ben Okafor");
	expect(await overviewOf(ben)).not.toContain("Needs your answer");
	expect(troubles(bot)).toEqual([]);
});

test("a list is worked off on Home in one modal", async () => {
	const { bot, ben, three } = await asked();
	const [one, two] = three;
	for (const mentee of [one, two]) {
		if (!mentee) throw new Error("There are three.");
		await joinsAsMentee(mentee, "Testing");
		await asks(mentee, "Ben Okafor");
	}
	await ben.sees("Accept Colleague 2");
	await ben.opensHome();
	await ben.clicks("Read what Ana Lopes asks");
	// The same words stand in the message of before: it is the modal's turn.
	await until("the request in a modal", async () =>
		ben.modal()?.includes("Look at my plan with me"),
	);
	await ben.clicks("Not now, Ana Lopes");
	await ben.sees("Ana Lopes reads that you can't");
	await ben.clicks("Not now, Colleague 1");
	await ben.sees("Colleague 1 reads that you can't");
	await ben.clicks("Not now, Colleague 2");
	await ben.sees("Colleague 2 reads that you can't");
	await ben.closes();
	expect(await overviewOf(ben)).not.toContain("Needs your answer");
	expect(troubles(bot)).toEqual([]);
});

test("accept on the last seat by two mentees at once: one wins, the other's next choice is asked", async () => {
	const { bot, ben, three } = await asked();
	const [one, two, next] = three;
	if (!one || !two || !next) throw new Error("There are three.");
	await joinsAsMentor(next, "Testing");
	for (const mentee of [one, two]) {
		await joinsAsMentee(mentee, "Testing");
		await asksInTurn(mentee, ["Ben Okafor", "Colleague 3"]);
	}
	await ben.sees("Accept Colleague 2");
	await Promise.all([
		ben.clicks("Accept Colleague 1"),
		ben.clicks("Accept Colleague 2"),
	]);
	const won = await ben.sees(/You accepted Colleague \d\./);
	await ben.sees("Your last seat is taken");
	// Who is left may stand below who won.
	const isOne = won.includes("You accepted Colleague 1.");
	const [winner, other] = isOne ? [one, two] : [two, one];
	await winner.sees("meet @Ben Okafor");
	await other.sees("Ben Okafor can't right now.");
	await next.sees("would like to ask you");
	expect(await overviewOf(other)).toMatch(/@Colleague 3, asked/);
	expect(await overviewOf(winner)).not.toContain("My open requests");
	expect(troubles(bot)).toEqual([]);
});
