import { afterEach, expect, test } from "@jest/globals";
import { workday } from "../support/bell.ts";
import { type Running, startBot } from "../support/bot.ts";
import {
	addsGoal,
	goal,
	goalLabels,
	writesGoal,
} from "../support/goal-steps.ts";
import { people } from "../support/people.ts";
import { joinsAsMentee, overviewOf, untilHome } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let bot: Running | undefined;
afterEach(() => bot?.stop());

const now = workday();
const opened = () => startBot({ now: () => now });

test("goals: measure, date, steps, progress in one tap", async () => {
	bot = await opened();
	const { ana } = people(bot);
	await joinsAsMentee(ana, "Testing");
	await ana.types("/mentor goals");
	await ana.sees("You have no goals yet.");
	await ana.clicks("Add a goal");
	await ana.sees("Only you see this.");
	await writesGoal(ana, {
		measure: "Nobody asks what we decided",
		dueOn: "2099-03-12",
		steps:
			"Watch Ben lead one\n\n  Write an agenda \nLead ten minutes\nLead it all",
	});
	const list = await ana.sees("Your goal is there.");
	expect(list).toContain(
		"Lead a team meeting: 0 of 4 steps done, by March 12, 2099\n▱▱▱▱▱▱▱▱▱▱",
	);
	expect(list).toContain("Reached when: Nobody asks what we decided");
	expect(list).toContain("Only you see this.");

	await ana.clicks("Done: Watch Ben lead one");
	await ana.sees("That step is done.");
	await ana.clicks("Done: Write an agenda");
	await ana.sees("Lead a team meeting: 2 of 4 steps done, by March 12, 2099");
	await ana.closes();

	// The same on Home, where one tap moves it on as well.
	await ana.opensHome();
	await untilHome(ana, (home) =>
		/My goals\s+Lead a team meeting: 2 of 4 steps done, by March 12, 2099\s+▰▰▰▰▰▱▱▱▱▱\s+Next: Lead ten minutes/.test(
			home,
		),
	);
	expect(await overviewOf(ana)).toContain("2 of 4 steps done");
	await ana.opensHome();
	await ana.clicks("Done: Lead ten minutes");
	await ana.sees("That step is done.");
	await ana.closes();
	await untilHome(ana, (home) => home.includes("3 of 4 steps done"));

	// Taken back, and one step more.
	await ana.types("/mentor goals");
	await ana.clicks("Open");
	await ana.clicks("Not done yet: Lead ten minutes");
	await ana.sees("That step is to do again.");
	await ana.sees("2 of 4 steps done");
	await ana.clicks("Edit");
	await ana.sees(`${goalLabels.text}: ${goal}`);
	await ana.fills(
		goalLabels.steps,
		"Watch Ben lead one\nWrite an agenda with times\nLead ten minutes\nLead it all\nAsk how it was",
	);
	await ana.submits();
	await ana.sees("Saved.");
	await ana.sees("2 of 5 steps done");
	await ana.sees("Done: Write an agenda with times");
	expect(troubles(bot)).toEqual([]);
});

test("goals: without steps, a quarter at a tap", async () => {
	bot = await opened();
	const { ana } = people(bot);
	await joinsAsMentee(ana, "Testing");
	await addsGoal(ana);
	await ana.types("/mentor goals");
	await ana.sees("Lead a team meeting: 0% done, by");
	await ana.clicks("Now at 25%");
	await ana.clicks("Now at 50%");
	await ana.sees("Lead a team meeting: 50% done");
	await ana.clicks("Open");
	await ana.clicks("100%");
	await ana.sees("Everything is done. Have you reached it?");
	await ana.clicks("25%");
	await ana.sees("Lead a team meeting: 25% done");
	expect(troubles(bot)).toEqual([]);
});

test("goals: reached, or let go with a line of why", async () => {
	bot = await opened();
	const { ana } = people(bot);
	await joinsAsMentee(ana, "Testing");
	await addsGoal(ana, { steps: "Watch Ben lead one" });
	await addsGoal(ana, { text: "Write a book" });
	await ana.types("/mentor goals");
	await ana.clicks("Reached: Lead a team meeting");
	await ana.sees("You reached it. Well done.");
	await ana.sees("Lead a team meeting: reached,");
	await ana.clicks("Let go: Write a book");
	await ana.sees("Only you see this.");
	await ana.fills(goalLabels.why, "My evenings are for the children");
	await ana.submits();
	await ana.sees("Let go. Nobody is told why");
	await ana.sees("Write a book: let go,");
	await ana.sees("You have no open goals now.");
	await ana.clicks("Open: Write a book");
	await ana.sees("Why you let it go: My evenings are for the children");

	// Both can be undone.
	await ana.clicks("Reopen");
	const page = await ana.sees("It is open again.");
	expect(page).not.toContain("children");
	await ana.clicks("All my goals");
	await ana.clicks("Open: Lead a team meeting");
	await ana.clicks("Reopen");
	await ana.sees("Lead a team meeting: 0 of 1 step done");
	expect(troubles(bot)).toEqual([]);
});

test("goals: what cannot be saved says so at its field, and nothing is lost", async () => {
	bot = await opened();
	const { ana } = people(bot);
	await joinsAsMentee(ana, "Testing");
	for (const number of [1, 2, 3, 4, 5, 6])
		await addsGoal(ana, { text: `Goal ${number}` });
	await ana.types("/mentor goals");
	await ana.clicks("Add a goal");
	await writesGoal(ana, {
		text: "One more",
		dueOn: "2001-01-01",
		steps: "1\n2\n3\n4\n5\n6",
	});
	await ana.sees("This date has passed.");
	expect(ana.errors()).toEqual({
		[goalLabels.dueOn]: expect.stringContaining("today or later"),
		[goalLabels.steps]: "5 steps at the most, please, one a line.",
	});
	await ana.sees(`${goalLabels.text}: One more`);
	// Closed all the same, it is there again.
	await ana.closes();
	await ana.types("/mentor goals");
	await ana.clicks("Add a goal");
	await ana.sees("This is what you wrote before. It is not saved yet.");
	await ana.sees(`${goalLabels.text}: One more`);
	await ana.fills(goalLabels.dueOn, "2099-01-01");
	await ana.fills(goalLabels.steps, "1\n2\n3\n4\n5");
	await ana.submits();
	await ana.sees("Your goal is there.");
	await ana.sees("7 goals at a time are the most.");
	ana.sawNot("[Add a goal]");
	await ana.clicks("Let go: Goal 1");
	await ana.submits();
	await ana.sees("[Add a goal]");
	expect(troubles(bot)).toEqual([]);
});
