import { afterEach, expect, test } from "@jest/globals";
import { addsGoal, goal, goalLabels } from "../support/goal-steps.ts";
import { glance, type Pair, startPair } from "../support/pair.ts";
import { hears, joinsAsMentee, untilHome } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let pair: Pair | undefined;
afterEach(() => pair?.stop());

const words = {
	measure: "Nobody asks what we decided",
	dueOn: "2099-03-12",
	steps: "Watch one\nLead one",
};

test("goals: the mentor sees them and cannot change them, a stranger does not", async () => {
	pair = await startPair();
	const { bot, ana, ben, chen } = pair;
	await joinsAsMentee(chen, "Testing");
	await addsGoal(ana, { ...words, who: "Ben Okafor" });
	await addsGoal(ana, { text: "Find another job", who: "Nobody else" });
	await ana.types("/mentor goals");
	const list = await ana.sees("Find another job");
	expect(list).toContain("@Ben Okafor can read this, too. Nobody else can.");
	await ana.closes();

	await ben.opensHome();
	await untilHome(ben, (home) =>
		/Goals shared with me\s+@Ana Lopes shares with you:\s+Lead a team meeting: 0 of 2 steps done, by March 12, 2099/.test(
			home,
		),
	);
	await ana.opensHome();
	await ana.clicks("Done: Watch one");
	await ana.sees("That step is done.");
	await ana.closes();
	await ben.clicks("Goals of Ana Lopes");
	await ben.clicks("Read: Lead a team meeting");
	const page = await ben.sees("Only Ana Lopes can change it.");
	expect(page).toContain("Reached when: Nobody asks what we decided");
	expect(page).toContain("Done: Watch one\nTo do: Lead one");
	expect(page).not.toMatch(/\[(Done|Edit|Reached|Let go)\]/);
	await ben.clicks("All that is shared");
	await ben.sees("[Read]");
	await ben.closes();
	for (const one of [ben, chen]) one.sawNot("Find another job");
	expect(await glance(ben)).toContain("1 of 2 steps done");
	expect(await glance(chen)).not.toContain(goal);

	// Reached is good news to both; let go is nobody else's business.
	await ana.types("/mentor goals");
	await ana.clicks("Reached: Lead a team meeting");
	await ana.sees("You reached it.");
	await ana.closes();
	expect(await glance(ben)).toContain("Lead a team meeting: reached,");
	await ana.types("/mentor goals");
	await ana.clicks("Open: Lead a team meeting");
	await ana.clicks("Reopen");
	await ana.clicks("Let go");
	await ana.fills(goalLabels.why, "I found another job");
	await ana.submits();
	await ana.sees("Let go.");
	await ana.closes();
	expect(await glance(ben)).not.toContain(goal);
	ben.sawNot("another job");
	expect(troubles(bot)).toEqual([]);
});

test("goals: what is shared ends with the mentorship, the goals stay", async () => {
	pair = await startPair();
	const { bot, ana, ben, client, ids } = pair;
	await addsGoal(ana, { ...words, who: "Ben Okafor" });
	await hears(ben, () => ben.types("/mentor"), /Goals of Ana Lopes/);
	await ben.clicks("Goals of Ana Lopes");
	await ben.sees("[Read]");
	await client.query(
		"update mentorship set state = 'completed' where mentorship_id = $1",
		[ids.mentorship],
	);
	// The old buttons say what has happened since.
	await ben.clicks("Read: Lead a team meeting");
	await ben.sees("This is not available to you, or no longer exists.");
	await ben.closes();
	await ben.closes();
	await ben.clicks("Goals of Ana Lopes");
	await ben.sees("Nothing is shared with you here any more.");
	await ben.closes();
	expect(await glance(ben)).not.toContain(goal);

	await ana.types("/mentor goals");
	await ana.sees("Lead a team meeting: 0 of 2 steps done");
	await ana.sees("Only you see this.");
	await ana.clicks("Edit");
	await ana.sees("Nobody else; it stays with Ben Okafor");
	await ana.fills(goalLabels.steps, "Watch one");
	await ana.submits();
	await ana.sees("Saved.");
	await ana.sees("0 of 1 step done");
	await ana.closes();

	// They stay after leaving, too, and new ones come with joining again.
	await ana.types("/mentor leave");
	await ana.clicks("Leave");
	await ana.sees("You have left the program.");
	await ana.types("/mentor goals");
	await ana.sees("Lead a team meeting: 0 of 1 step done");
	await ana.sees("Goals are part of mentoring.");
	await ana.clicks("Reached: Lead a team meeting");
	await ana.sees("You reached it.");
	ana.sawNot("[Add a goal]");
	expect(troubles(bot)).toEqual([]);
});
