import { afterEach, expect, test } from "@jest/globals";
import { type Exploring, startExploring } from "../support/exploring-steps.ts";
import { glance } from "../support/pair.ts";
import { troubles } from "../support/troubles.ts";

let story: Exploring | undefined;
afterEach(() => story?.stop());

test("exploring: after a talk it is not to be found a time for, but to be decided on", async () => {
	story = await startExploring();
	const { bot, ana, ben } = story;
	const suggest = "suggest a time to talk";
	const decide = "You have talked. Your move: say in private";
	expect(await glance(ana)).toContain(suggest);
	await ana.opensHome();
	await ana.clicks(/^Open mentorship/);
	await ana.clicks("Met with Ben Okafor");
	await ana.sees("Thank you, I have noted that you met.");
	await ana.closes();
	for (const one of [ana, ben]) {
		const home = await glance(one);
		expect(home).toContain(decide);
		expect(home).not.toContain(suggest);
	}
	await ana.opensHome();
	await ana.clicks(/^Open mentorship/);
	await ana.clicks("Go on with Ben Okafor");
	await ana.sees("Nobody is told.");
	await ana.closes();
	expect(await glance(ana)).toContain("said in private what you would like");
	expect(await glance(ben)).toContain(decide);
	expect(troubles(bot)).toEqual([]);
});
