import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import type { Driver } from "../support/driver.ts";
import { acme, colleagues, people, worldWith } from "../support/people.ts";
import {
	asks,
	fillsJoinPage,
	hears,
	joins,
	joinsAsMentee,
	joinsAsMentor,
	writesAsk,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

async function start() {
	bot = await startBot({ world: worldWith(3) });
	return { bot, ...people(bot), three: colleagues(bot, 3) };
}

const asking = (person: Driver, name: string) =>
	hears(person, () => person.types(`/mentor ask ${name}`));

test("nothing typed is lost on the way to the preview and back", async () => {
	const { bot, ana, ben } = await start();
	await joinsAsMentor(ben, "Testing");
	await joins(ana, { goal: "Write tests people read" });
	await ana.types("/mentor ask @Ben Okafor");
	expect(ana.modal()).toContain("help with?: Write tests people read");
	await writesAsk(ana, {
		ask: "Read one test of mine",
		goal: "",
		why: "Yours read like prose",
		offer: "Coffee",
	});
	await ana.chooses("For how long?", "A few conversations");
	await ana.chooses("Who recommended them to you?", "Dana Novak");
	const typed = ana.modal();
	await ana.submits();
	await ana.sees("Before it is sent");
	await ana.clicks("Back to edit");
	await ana.sees("Ask for a conversation");
	expect(ana.modal()).toBe(typed);

	await ana.closes();
	await ana.types("/mentor ask @Ben Okafor");
	expect(ana.modal()).toBe(typed);
	await ana.submits();
	const preview = await ana.sees("Before it is sent");
	await ana.submits();
	await ana.sees("on its way to Ben Okafor");
	const request = await ben.sees("would like to ask you");
	for (const words of [
		"> Read one test of mine",
		"> Yours read like prose",
		"> Coffee",
		"For how long: A few conversations",
		"Ben Okafor was recommended by @Dana Novak",
	]) {
		expect(preview).toContain(words);
		expect(request).toContain(words);
	}
	expect(request).not.toContain("The goal it would help with");
	expect(troubles(bot)).toEqual([]);
});

test("the form asks for what is needed, once", async () => {
	const { ana, ben, chen } = await start();
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentor(chen, "Testing");
	await joinsAsMentee(ana, "Testing");
	await ana.types("/mentor ask @Ben Okafor");
	await ana.submits();
	const required = "Please complete this required field.";
	expect(Object.values(ana.errors())).toEqual([required, required, required]);
	await writesAsk(ana);
	await ana.submits();
	await ana.submits();
	await ana.sees("on its way to Ben Okafor");
	await ana.closes();
	await ana.types("/mentor ask @Chen Wei");
	await ana.sees("Why Chen Wei in particular?");
	ana.sawNot("I have a goal, I can give it the time");
});

test("who cannot be asked, and what is said of it", async () => {
	const { bot, ana } = await start();
	await joinsAsMentee(ana, "Testing");
	for (const [name, answer] of [
		["@Ana Lopes", "That is you."],
		["@Standup Bot", "Standup Bot is an app, and mentoring is for people."],
		["@Gil Guest", "Gil Guest is a guest of this workspace"],
		["@Erik External", "Erik External belongs to another company"],
		["<@U07OLD>", "Olga Former is no longer active in this workspace."],
		["<@U99NOBODY>", "I cannot find that person here."],
		["someone nice", "Whom would you like to ask?"],
		["", "Whom would you like to ask?"],
		["dana", "Whom would you like to ask?"],
	] as const)
		expect(await asking(ana, name)).toContain(answer);
	expect(ana.modal()).toBeNull();
	await ana.types("/mentor pause");
	expect(await asking(ana, "@Dana Novak")).toContain("You are paused");
	expect(troubles(bot)).toEqual(["users.info: user_not_found"]);
});

test("someone paused, full, gone or with enough requests: all alike", async () => {
	const { ana, ben, three } = await start();
	await joinsAsMentor(ben, "Testing");
	for (const one of [ana, ...three]) await joinsAsMentee(one, "Testing");
	const answer = "Ben Okafor is not available right now.";

	await ben.types("/mentor pause");
	expect(await asking(ana, "@Ben Okafor")).toContain(answer);
	await ben.types("/mentor resume");
	for (const one of three) await asks(one, "Ben Okafor");
	expect(await asking(ana, "@Ben Okafor")).toContain(answer);
	await ben.clicks("Accept Colleague 1");
	await ben.sees("You accepted Colleague 1.");
	expect(await asking(ana, "@Ben Okafor")).toContain(answer);
	await ben.types("/mentor leave");
	await ben.clicks("Leave");
	await ben.sees("You have left the program.");
	expect(await asking(ana, "@Ben Okafor")).toContain(answer);
});

test("at most three open requests, and one to each", async () => {
	const { ana, ben, three } = await start();
	await joinsAsMentee(ana, "Testing");
	for (const one of [...three, ben]) await joinsAsMentor(one, "Testing");
	await asks(ana, "Colleague 1");
	expect(await asking(ana, "@Colleague 1")).toContain(
		"You have asked Colleague 1 already, and it is their move.",
	);
	await asks(ana, "Colleague 2");
	await asks(ana, "Colleague 3");
	expect(await asking(ana, "@Ben Okafor")).toContain(
		"You have three open requests, which is the most at a time.",
	);
});

test("who has not joined joins on the way, by the same page", async () => {
	const { ana, ben } = await start();
	await joinsAsMentor(ben, "Testing");
	await ana.types("/mentor ask @Ben Okafor");
	await ana.sees("Join mentoring");
	await fillsJoinPage(ana, { role: "Both", wants: ["Testing"] });
	await ana.submits();
	await writesAsk(ana);
	await ana.submits();
	await ana.submits();
	await ana.sees("on its way to Ben Okafor");
	await ana.closes();
	await ana.opensHome();
	await ana.sees(/Both: .*\s+1 topic/);
});

test("nothing typed is lost by leaving while the form is open", async () => {
	const { bot, ana, ben } = await start();
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await ana.types("/mentor leave");
	await ana.types("/mentor ask @Ben Okafor");
	await writesAsk(ana, { ask: "Read one test of mine" });
	await leavesInTheOtherWindow(bot, ana);
	await ana.sees("You have left the program.");
	await ana.submits();
	const said = await ana.sees("You are not part of the program right now");
	expect(said).toContain("What you wrote is kept");
	await ana.closes();

	await joinsAsMentee(ana);
	await ana.types("/mentor ask @Ben Okafor");
	expect(ana.modal()).toContain("Read one test of mine");
});

/** The button of a message, where a form is in the way of the driver. */
async function leavesInTheOtherWindow(bot: Running, { id }: Driver) {
	const { conversations } = bot.slack.surface(acme, id);
	for (const { id: conversation, messages } of conversations)
		for (const { ts, blocks } of messages)
			for (const { type, block_id } of blocks ?? [])
				if (type === "actions")
					await bot.slack.act(acme, id, {
						type: "click",
						place: { kind: "message", conversation, ts },
						block_id,
						action_id: "enrollment:leave",
						value: { type: "button" },
					});
}
