import { afterEach, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";
import { people } from "../support/people.ts";
import {
	asks,
	joinsAsMentee,
	joinsAsMentor,
	overviewOf,
	untilHome,
} from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

test("withdraw: a request is taken back, and may be made again", async () => {
	bot = await startBot();
	const { ana, ben } = people(bot);
	await joinsAsMentor(ben, "Testing");
	await joinsAsMentee(ana, "Testing");
	await asks(ana, "Ben Okafor", { ask: "The first time" });
	await ben.sees("The first time");

	await ana.opensHome();
	await ana.clicks("Withdraw the request to Ben Okafor");
	await ana.sees("The request to Ben Okafor is withdrawn.");
	await ana.closes();
	await untilHome(ana, (home) => !home.includes("My open requests"));

	await ben.clicks("Accept Ana Lopes");
	await ben.sees("This request was withdrawn");
	ben.sawNot("Accept Ana Lopes");
	await ben.opensHome();
	await untilHome(ben, (home) => !home.includes("Needs your answer"));

	await asks(ana, "Ben Okafor", { ask: "The second time" });
	await ben.sees("The second time");
	const overview = await overviewOf(ana);
	expect(overview.match(/It is their move/g)).toHaveLength(1);
	expect(troubles(bot)).toEqual([]);
});
