import { afterEach, expect, test } from "@jest/globals";
import { people } from "../support/people.ts";
import { type Reporting, startReporting } from "../support/reporting.ts";
import { hears, joinsAsMentor, untilHome } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

// PRODUCT 8: "Names: who is enrolled, who is matched with whom, and state;
// health by name only if the program switched it on, which is announced and
// never reaches back. Everything else only as numbers over groups."

let stage: Reporting | undefined;
afterEach(() => stage?.stop());

const comes = /^From .* on the people who run the program see by name/m;

test("health by name is announced to everybody enrolled, and read before joining", async () => {
	stage = await startReporting();
	const { bot, ana, ben, client } = stage;
	await joinsAsMentor(ben, "Testing");
	await stage.fills({ size: 6, pairs: 3 });
	await stage.meets(4);
	await ana.types("/mentor program");
	await ana.clicks("Health by name");
	const meaning = await ana.sees("Everybody enrolled will be told");
	expect(meaning).toContain("You see how mentorships go as numbers only.");
	expect(meaning).toContain("nothing before that day counts");
	await ana.submits();
	await ana.sees("Switched on. Everybody enrolled is told");
	await ana.closes();
	await ana.closes();

	await ben.opensHome();
	await untilHome(ben, (home) => comes.test(home));
	expect(ben.home()).toContain("never from anything you write or answer");
	await ben.clicks("I agree");
	await ben.sees("Thank you. You have agreed");
	await ben.closes();
	const { dana } = people(bot);
	await dana.types("/mentor join");
	await dana.sees("how it goes by your meetings and pauses");
	await dana.closes();

	// Not before that day, and then as if nothing had been before.
	await ana.types("/mentor stats");
	await ana.clicks("Mentorships");
	const before = await ana.sees("on it says here how each goes");
	expect(before).toContain("@MENTEE1 with @MENTOR1: One to one, active\n");
	await ana.closes();
	await client.query(
		"update participation_text set health_from = now() - interval '1 hour'",
	);
	await ana.clicks("Mentorships");
	const first = await ana.sees("comes from its meetings and pauses alone");
	expect(first).toContain("One to one, active, too early to say");
	await ana.closes();
	await client.query(
		"update participation_text set health_from = now() - interval '20 days'",
	);
	await ana.clicks("Mentorships");
	await ana.sees("One to one, active, on track");
	await ana.closes();

	await ana.types("/mentor program");
	await ana.clicks("Health by name");
	await ana.sees("Switched off, it is gone at once.");
	await ana.submits();
	await ana.sees("Switched off. You see how mentorships go as numbers only.");
	await ana.closes();
	await ana.clicks("History");
	const history = await ana.sees("switched off that managers see by name");
	expect(history).toContain("switched on that managers see by name");
	await ana.closes();
	await ana.closes();
	await ana.clicks("Mentorships");
	const after = await ana.sees("Mentorships under way in");
	expect(after).not.toContain("on track");
	expect(troubles(bot)).toEqual([]);
});

test("requests and the waiting list are the numbers of the last report", async () => {
	stage = await startReporting();
	const { bot, ana } = stage;
	await stage.fills({ size: 20, pairs: 3 });
	await stage.waits("Testing", 12);
	await ana.types("/mentor stats");
	await ana.clicks("Requests and waiting");
	await ana.sees("There are no numbers of Mentoring at Acme yet.");
	await ana.clicks("Make today's report");
	await ana.sees("This is what everybody in");
	await ana.closes();
	await ana.clicks("Requests and waiting");
	const numbers = await ana.sees("the waiting list of Mentoring at Acme");
	expect(numbers).toMatch(/On the waiting list: 12 (people|of 40)/);
	expect(numbers).toContain("Asked and got a yes: too few to tell");
	expect(numbers).toContain(
		"Testing: 12 people wait; mentors with a free seat: fewer than 5",
	);
	expect(numbers).not.toContain("MENTEE");
	// Who has begun to wait since is not in it before the next report.
	await ana.closes();
	await stage.waits("Design", 6);
	await ana.clicks("Requests and waiting");
	const same = await ana.sees("the waiting list of Mentoring at Acme");
	expect(same).toBe(numbers);
	expect(troubles(bot)).toEqual([]);
});

test("someone is found in a list by name; it reads alike for who is not there", async () => {
	stage = await startReporting();
	const { bot, ana, ben } = stage;
	await joinsAsMentor(ben, "Testing");
	await ana.types("/mentor stats");
	await ana.clicks("Mentorships");
	await ana.sees("There is no mentorship to show in Mentoring at Acme yet.");
	await ana.closes();
	await ana.clicks("Who cannot be reached");
	await ana.sees("my messages reach the people of Mentoring at Acme");
	await ana.closes();
	await ana.clicks("Who is enrolled");
	await ana.sees("Enrolled in Mentoring at Acme: 1.");
	await ana.chooses("Find someone", "Ben Okafor");
	const found = await ana.sees("@Ben Okafor in this list:");
	expect(found).toContain("@Ben Okafor, mentor");
	await ana.chooses("Find someone", "Dana Novak");
	const none = await ana.sees("@Dana Novak is not in this list.");
	expect(none).toContain("another manager sees to them");
	await ana.clicks("Show everybody");
	await ana.sees("Enrolled in Mentoring at Acme: 1.");
	expect(await hears(ben, () => ben.types("/mentor stats"))).not.toContain(
		"Who is enrolled",
	);
	expect(troubles(bot)).toEqual([]);
});
