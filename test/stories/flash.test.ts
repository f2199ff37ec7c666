import { afterEach, expect, test } from "@jest/globals";
import {
	type Exploring,
	kindLabel,
	startExploring,
} from "../support/exploring-steps.ts";
import { glance } from "../support/pair.ts";
import { writesAsk } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let story: Exploring | undefined;
afterEach(() => story?.stop());

const conversation = "A single conversation";
const met = "You and @Ben Okafor have met.";

test("flash, one meeting of 30 minutes on one question: closes itself with a one-tap thank-you", async () => {
	story = await startExploring(conversation);
	const { bot, ana, ben, chen } = story;
	for (const one of [ana, ben])
		expect(await one.sees("A few lines before you first talk")).toContain(
			"This is one conversation: 30 minutes, on one question.",
		);
	// Nothing to go on with: the question is whether they have met.
	await story.dateIsNear();
	const reminder = await ben.sees("Have you met @Ana Lopes?");
	expect(reminder).not.toContain("Go on");
	await ana.clicks(/^Met with/);
	await ana.sees("What comes next, I have written to you.");
	await ana.closes();
	await ana.sees(met);
	await ben.sees("You and @Ana Lopes have met.");
	expect(await story.state()).toBe("closing");
	await ben.clicks(/^Met with/);
	await ben.sees("You and @Ana Lopes have met. A thank-you closes");
	await ben.closes();

	await ben.clicks("Thank Ana Lopes");
	await ben.sees("Your thank-you is on its way to Ana Lopes.");
	await ben.closes();
	const thanks = await ana.sees("@Ben Okafor thanks you");
	expect(thanks).toContain("The conversation is closed");
	expect(await story.state()).toBe("completed");
	expect(await glance(ben)).not.toContain("My mentorships");

	// In return, in her own words, which he alone sees.
	await ana.clicks("Thank in my own words", { in: /thanks you/ });
	await ana.fills(
		"What would you like to say to Ben Okafor?",
		"I have asked for the move",
	);
	await ana.submits();
	await ana.sees("Your thank-you is on its way to Ben Okafor.");
	await ana.closes();
	const words = await ben.sees("I have asked for the move");
	expect(words).toContain("writes to you alone");
	expect(words).not.toContain("[Thank Ana Lopes]");
	chen.sawNot("asked for the move");
	await ana.clicks("Thank Ben Okafor", { in: /thanks you/ });
	await ana.sees("You have thanked Ben Okafor before");
	await ana.closes();
	await story.allIsSaid();
	const counted = ben.messages().filter((it) => /thanks you/.test(it));
	expect(counted).toHaveLength(1);

	// And she may ask for more, which is a request of its own.
	await ana.clicks("Ask Ben Okafor for more");
	await ana.chooses(kindLabel, "One to one");
	await writesAsk(ana, { ask: "Mentor me for some months" });
	await ana.submits();
	await ana.submits();
	await ana.sees("Your request is on its way to Ben Okafor.");
	expect(troubles(bot)).toEqual([]);
}, 60_000);

test("flash, one meeting of 30 minutes on one question: or by itself a week after, when nobody says anything", async () => {
	story = await startExploring(conversation);
	const { bot, client, ana, ben } = story;
	await ben.opensHome();
	await ben.clicks(/^Open mentorship/);
	await ben.clicks(/^Met with/);
	await ben.sees("What comes next, I have written to you.");
	await ben.closes();
	await ana.sees(met);
	const message = await ana.sees(/closes by itself/);
	expect(message).toContain("[Thank Ben Okafor] [Thank in my own words]");
	await story.allIsSaid();
	const before = [ana, ben].map((one) => one.messages());
	await client.query(
		`update mentorship set since = since - interval '8 days',
			turned_at = turned_at - interval '8 days'`,
	);
	await story.newDay();
	expect(await story.state()).toBe("completed");
	expect([ana, ben].map((one) => one.messages())).toEqual(before);
	// A late thank-you is one all the same.
	await ana.clicks("Thank Ben Okafor");
	await ana.sees("Your thank-you is on its way");
	await ben.sees("@Ana Lopes thanks you");
	expect(troubles(bot)).toEqual([]);
}, 60_000);

test("flash, one meeting of 30 minutes on one question: without a meeting it closes kindly at its date, and may be asked for again", async () => {
	story = await startExploring(conversation);
	const { bot, ana, ben } = story;
	await story.dateComes();
	const kind = "Nobody is asked why";
	expect(await ben.sees("did not come about in time")).toContain(kind);
	expect(await ana.sees("did not come about in time")).toContain(kind);
	expect(await story.state()).toBe("ended");
	await ana.clicks("Ask Ben Okafor again");
	await ana.sees(kindLabel);
	await ana.closes();
	expect(troubles(bot)).toEqual([]);
}, 60_000);
