import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { colleagues, people, worldWith } from "../support/people.ts";
import {
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
	writesAsk,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

const add = "Add someone";
const none = /^None of them is my manager/m;

/** Ana at the preview of an ask to Ben, in a world of so many mentors. */
async function start(mentors: number) {
	bot = await startBot({ world: worldWith(mentors) });
	const cast = { bot, ...people(bot), others: colleagues(bot, mentors) };
	for (const one of [cast.ben, ...cast.others])
		await joinsAsMentor(one, "Testing");
	await joinsAsMentee(cast.ana, "Testing");
	await cast.ana.types("/mentor ask @Ben Okafor");
	await writesAsk(cast.ana);
	await cast.ana.submits();
	await cast.ana.sees("Before it is sent");
	return cast;
}

const places = (page: string | null) =>
	page?.match(/^\d\. @.*$/gm)?.map((line) => line.trim());

test("the mentee ranks up to five; one tap adds, moves up and removes", async () => {
	const { bot, ana } = await start(5);
	await ana.clicks("Next choices");
	await ana.sees("You ask @Ben Okafor first.");
	for (const number of [1, 2, 3]) {
		await ana.chooses(add, `Colleague ${number}`);
		await ana.sees(`${number + 1}. @Colleague ${number}`);
	}
	await ana.fills(/Why Colleague 2 in particular/, "Your talk on tests");
	await ana.clicks("Move Colleague 3 up");
	await ana.sees("3. @Colleague 3");
	await ana.clicks("Remove Colleague 1");
	await ana.sees("2. @Colleague 3");
	expect(places(ana.modal())).toEqual(["2. @Colleague 3", "3. @Colleague 2"]);
	// What was typed stays with the one it is for.
	expect(ana.modal()).toContain(
		"Why Colleague 2 in particular?: Your talk on tests",
	);
	// Nobody is on it twice.
	await ana.chooses(add, "Colleague 2");
	await ana.sees("That person cannot be added");
	await ana.chooses(add, "Colleague 4");
	await ana.sees("4. @Colleague 4");
	await ana.chooses(add, "Colleague 5");
	await ana.sees("That makes five, which is the most.");
	await ana.chooses(none, "That is right");
	await ana.submits();
	const preview = await ana.sees("Before it is sent");
	expect(places(preview)).toEqual([
		"2. @Colleague 3",
		"3. @Colleague 2",
		"4. @Colleague 4",
		"5. @Colleague 5",
	]);
	expect(troubles(bot)).toEqual([]);
});

test("on a decline the next one is asked, and never sees their rank", async () => {
	const { bot, ana, ben, others } = await start(2);
	const [one, two] = others;
	if (!one || !two) throw new Error("There are two.");
	await ana.clicks("Next choices");
	await ana.chooses(add, "Colleague 1");
	await ana.sees("2. @Colleague 1");
	await ana.fills(/Why Colleague 1 in particular/, "You know the board");
	await ana.chooses(add, "Colleague 2");
	await ana.sees("3. @Colleague 2");
	// Filled in from the reasons, to be edited.
	expect(ana.modal()).toMatch(
		/Why Colleague 2 in particular\?: I am asking you because/,
	);
	await ana.chooses(none, "That is right");
	await ana.submits();
	await ana.sees("Before it is sent");
	await ana.submits();
	const sent = await ana.sees("Your request is on its way to Ben Okafor.");
	expect(sent).toMatch(
		/It is their move now\. If Ben Okafor can't, or has not answered by .*, Colleague 1 is asked next\./,
	);
	await ana.closes();
	await ben.sees("would like to ask you");
	expect(await overviewOf(ana)).toContain("@Colleague 1");

	await ben.clicks("Not now, Ana Lopes");
	await ana.sees("Ben Okafor can't right now.");
	const ask = await one.sees("would like to ask you");
	expect(ask).toContain("> You know the board");
	expect(ask).toContain("> Look at my plan with me");
	for (const person of [one, two]) {
		person.sawNot("Ben Okafor");
		person.sawNot(/next choice|first choice|second|rank|\d\. @/i);
	}
	expect(two.messages().join()).not.toContain("Ana Lopes");
	await one.clicks("Accept Ana Lopes");
	await ana.sees("meet @Colleague 1");
	// Nobody else is asked: the list is over.
	expect(await overviewOf(ana)).not.toContain("@Colleague 2");
	expect(troubles(bot)).toEqual([]);
});

test("the list is kept with the draft, and its line is asked for", async () => {
	const { ana } = await start(1);
	await ana.clicks("Next choices");
	await ana.chooses(add, "Colleague 1");
	await ana.sees("2. @Colleague 1");
	await ana.submits();
	expect(Object.keys(ana.errors())).toEqual([
		"None of them is my manager, and nobody reports to me",
	]);
	await ana.closes();
	await ana.types("/mentor ask @Ben Okafor");
	await ana.submits();
	expect(places(await ana.sees("Before it is sent"))).toEqual([
		"2. @Colleague 1",
	]);
});
