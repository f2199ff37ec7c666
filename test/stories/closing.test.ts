import { afterEach, describe, expect, test } from "@jest/globals";
import {
	type Closing,
	looksBack,
	startClosing,
	writes,
} from "../support/closing-steps.ts";
import { addsGoal, goal } from "../support/goal-steps.ts";
import { hears } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let story: Closing | undefined;
afterEach(() => story?.stop());

const start = async (...options: Parameters<typeof startClosing>) => {
	story = await startClosing(...options);
	return story;
};

describe("closing", () => {
	test("at the end date each member looks back, and may write a thank-you that only the partner sees", async () => {
		const { bot, ana, ben, endDateComes, newDay, pass, state } = await start();
		await addsGoal(ana, { who: "Ben Okafor" });
		await endDateComes();
		for (const [one, other] of [
			[ana, "@Ben Okafor"],
			[ben, "@Ana Lopes"],
		] as const) {
			const said = await one.sees(`Your mentorship with ${other} is closing`);
			expect(said).toContain("Your move, until");
		}
		expect(await state()).toBe("closing");

		// What was typed before a tap is kept, though the page was closed.
		await ana.clicks("Look back");
		expect(await ana.sees("Looking back on")).toContain(goal);
		await ana.closes();
		await ana.opensHome();
		expect(await ana.sees("My mentorships")).toContain(
			"Your move: look back, and choose how it goes on, until",
		);
		await ana.clicks(/^Open mentorship/);
		await ana.sees("is closing, since");
		await ana.clicks("Look back");
		await writes(ana, { learned: "To ask early", thanks: "You stayed calm" });
		await ana.chooses("What helped?", "Good questions", "Being challenged");
		await ana.sees("What you have typed is kept here");
		await ana.closes();
		await ana.clicks("Look back");
		await ana.sees("What you have typed is kept here");
		await ana.submits();
		await ana.chooses("From here on", /^Informal/);
		await ana.submits();
		await ana.sees("when everyone has chosen");
		await ana.closes();

		// Ben hears nothing of it, and neither does anybody else.
		await newDay();
		for (const words of ["To ask early", "You stayed calm", "Informal"])
			ben.sawNot(words);
		const said = await looksBack(ben, "New goals", {
			ownWords: "She flew",
			thanks: "You came prepared",
		});
		expect(said).toContain("goes on informally");
		expect(await state()).toBe("completed informal");
		await newDay();
		const toAna = await ana.sees("goes on informally.");
		const toBen = await ben.sees("goes on informally.");
		expect(toAna).toContain("> You came prepared");
		expect(toBen).toContain("> You stayed calm");
		expect(toBen).not.toContain("To ask early");
		expect(toAna).not.toContain("She flew");
		for (const words of ["New goals", "chose"])
			for (const one of [toAna, toBen]) expect(one).not.toContain(words);

		// No reminders, one hello after three months, and then silence.
		await pass(80);
		for (const one of [ana, ben]) one.sawNot("A hello from Mentor");
		await pass(14);
		for (const one of [ana, ben]) await one.sees("A hello from Mentor");
		const before = ana.messages().length;
		await pass(400);
		expect(ana.messages()).toHaveLength(before);
		expect(troubles(bot)).toEqual([]);
	});

	test("when all goals are reached they are asked, and nothing closes by itself", async () => {
		const { bot, ana, ben, newDay, state } = await start();
		await addsGoal(ana, { who: "Ben Okafor" });
		await ana.types("/mentor goals");
		await ana.clicks("Reached");
		await ana.sees("You reached it.");
		await ana.closes();
		await newDay();
		const question = "look back, or set new ones?";
		expect(await ben.sees(question)).not.toContain(goal);
		expect(await ana.sees(question)).toContain("Set a new goal");
		expect(await state()).toBe("active");
		await ben.clicks("Look back and close");
		await ben.sees("Close your mentorship with @Ana Lopes?");
		await ben.closes();
		expect(await state()).toBe("active");

		await ana.clicks("Look back and close");
		await ana.submits();
		await ana.sees("Looking back on your time with @Ben Okafor");
		await ana.closes();
		expect(await state()).toBe("closing");
		// The other old button tells what has happened since.
		await ben.clicks("Look back and close");
		await ben.sees("Looking back on your time with @Ana Lopes");
		expect(troubles(bot)).toEqual([]);
	});

	test("on /mentor end, which says first what will happen; an optional reason is only ever counted", async () => {
		const { bot, client, ana, ben, newDay, sets, state } = await start();
		await sets(
			"state = 'exploring', exploring_until = now() + interval '20 days'",
		);
		await ana.types("/mentor end");
		const page = await ana.sees("End your mentorship with @Ben Okafor now?");
		expect(page).toContain("this cannot be undone");
		expect(page).toContain("it ends by itself");
		expect(await state()).toBe("exploring");
		await ana.chooses(
			"Would you like to say why?",
			"We do not suit each other so well",
		);
		await ana.submits();
		await ana.sees("Your mentorship with @Ben Okafor has ended.");
		await ana.closes();
		expect(await state()).toBe("ended early");
		const { rows } = await client.query<Record<string, unknown>>(
			"select * from ending_reason",
		);
		expect(rows).toEqual([
			expect.objectContaining({ reason: "fit", times: 1 }),
		]);
		expect(Object.keys(rows[0] ?? {}).sort()).toEqual(
			["workspace_id", "program_id", "month", "reason", "times"].sort(),
		);
		await newDay();
		const told = await ben.sees("Your mentorship with @Ana Lopes has ended");
		for (const words of ["suit", "Ana Lopes ended"])
			expect(told).not.toContain(words);
		await ana.types("/mentor end");
		await ana.sees("You have no mentorship under way that could end.");
		expect(troubles(bot)).toEqual([]);
	});

	test("from active it closes with a look-back, or ends now without; paused before that there is nothing to look back on", async () => {
		const { ana, ben, newDay, sets, state } = await start();
		await sets("state = 'paused', paused_from = 'agreeing'");
		await ana.types("/mentor end");
		await ana.sees("End your mentorship with @Ben Okafor now?");
		await ana.closes();
		await sets("state = 'active', paused_from = null");
		await ana.types("/mentor end");
		const page = await ana.sees("Close your mentorship with @Ben Okafor?");
		expect(page).toContain("Each looks back in private");
		await ana.clicks("End it now, without looking back");
		await ana.sees("End your mentorship with @Ben Okafor now?");
		await ana.submits();
		await ana.sees("Your mentorship with @Ben Okafor has ended.");
		await ana.closes();
		expect(await state()).toBe("ended early");
		await newDay();
		await ben.sees("Your mentorship with @Ana Lopes has ended");
		ben.sawNot("Look back");
	});

	test("new goals: back to agreeing, if all of them choose so", async () => {
		const { ana, ben, endDateComes, newDay, state } = await start();
		await endDateComes();
		await looksBack(ana, "New goals", { thanks: "You stayed calm" });
		const said = await looksBack(ben, "New goals");
		expect(said).toContain("You go on with @Ana Lopes, with new goals.");
		expect(await state()).toBe("agreeing");
		await newDay();
		await ben.sees("You stayed calm");
		// Its look-back is over, and an old button says so.
		await ben.clicks("Look back");
		await ben.sees("You and @Ana Lopes are writing your agreement");
	});

	test("everyone is reminded once, also who has chosen, and after two weeks it is finished", async () => {
		const { bot, ana, ben, dana, endDateComes, newDay, pass, state } =
			await start();
		await endDateComes();
		await looksBack(ana, "Informal");
		await pass(6);
		ben.sawNot("You can still look back");
		await pass(2);
		await ben.sees("You are not reminded again.");
		// Alike, so that two who talk do not find out who has chosen.
		const reminded = await ana.sees("You can still look back");
		expect(reminded).toContain("You have chosen how it goes on.");
		await pass(3);
		expect(await state()).toBe("closing");
		await pass(4);
		expect(await state()).toBe("completed finished");
		await newDay();
		const told = await ana.sees(
			"Your mentorship with @Ben Okafor is completed.",
		);
		expect(told).toContain("look for your next mentor");
		await ben.sees("Your seat is free again");
		ben.sawNot("Become a mentor");

		// A finished mentee is invited to become a mentor.
		await ana.clicks("Become a mentor");
		await ana.fills("In one sentence, what do you offer?", "Kites");
		await ana.submits();
		await ana.closes();
		const found = await hears(dana, () => dana.types("/mentor find"));
		expect(found).toContain("@Ana Lopes");
		await ana.clicks("Find my next mentor");
		await ana.sees("Ben Okafor");
		expect(troubles(bot)).toEqual([]);
	});

	test("what is wrong stays wrong: nothing is said, and it can be ended in silence", async () => {
		const { ana, ben, endDateComes, newDay, state } = await start();
		await ana.opensHome();
		await ana.clicks("Something is wrong");
		await ana.closes();
		await endDateComes();
		for (const one of [ana, ben]) one.sawNot("is closing");
		expect(await state()).toBe("closing");
		await ana.types("/mentor end");
		await ana.sees("nobody gets a message about this either");
		await ana.submits();
		await ana.sees("Your mentorship with @Ben Okafor has ended.");
		await ana.closes();
		expect(await state()).toBe("ended early");
		await newDay();
		for (const words of ["Look back on", "has ended"]) ben.sawNot(words);
	});
});
