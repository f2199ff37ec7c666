import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type Running, startBot } from "../support/bot.ts";

let bot: Running;
beforeAll(async () => {
	bot = await startBot();
});
afterAll(() => bot?.stop());

test("a mentee joins, finds a mentor, asks, and both are introduced", async () => {
	const [team] = bot.slack.world.teams;
	const id = team?.id ?? "";
	const ana = bot.slack.person(id, "U01ANA");
	const ben = bot.slack.person(id, "U02BEN");

	await ben.types("/mentor join");
	await ben.chooses(
		"What would you like to be?",
		"Mentor: I would like to help someone",
	);
	await ben.chooses("What can you help with?", "Kubernetes", "Leading teams");
	await ben.fills("In one sentence, what do you offer?", "I broke <!channel> & fixed it");
	await ben.submits();
	await ben.sees("You are part of the mentoring program now.");
	await ben.closes();

	await ana.types("/mentor find k8s");
	console.log(ana.screen());
	await ana.clicks("Ask Ben Okafor");
	await ana.chooses("What would you like to get better at?", "Kubernetes");
	await ana.submits();
	await ana.fills("What exactly do you ask for?", "Look at my cluster plan");
	await ana.chooses("This is not my manager, and not someone who reports to me", "That is right");
	await ana.chooses(/^I have a goal/, "That is right");
	console.log(ana.screen());
	await ana.submits();
	console.log(ana.screen());
	await ana.submits();
	await ana.sees(/on its way to Ben/);
	await ana.closes();
	await ben.sees(/Look at my cluster plan/);
	await ana.types("/mentor");
	console.log(ana.screen());
	await ben.opensHome();
	console.log(ben.screen());
	await ben.clicks("Accept Ana Lopes");
	await ben.sees(/You accepted Ana/);
	await ben.sees(/meet/);
	await ana.sees(/A few lines before/);
	console.log(ana.screen());
	console.log(ben.screen());
	expect(bot.logged).toEqual([]);
});
