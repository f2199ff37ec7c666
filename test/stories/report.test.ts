import { afterEach, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { acme } from "../support/people.ts";
import { type Reporting, startReporting } from "../support/reporting.ts";
import { hears } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

// PRODUCT 8: "Report in the channel, weekly or monthly, and on demand."

let stage: Reporting | undefined;
afterEach(() => stage?.stop());

/** What a screen reader says of the last message in the channel. */
function spoken({ bot, ana }: Reporting): string {
	const { conversations } = bot.slack.surface(acme, ana.id);
	const channel = conversations.find(({ id }) => id === "C0MENTORING");
	return channel?.messages.at(-1)?.text ?? "";
}

async function startHealthy(): Promise<Reporting> {
	stage = await startReporting();
	await stage.fills({ size: 60, pairs: 30 });
	await stage.meets(4);
	await stage.waits("Testing", 12);
	return stage;
}

test("a healthy program: one sentence for all, what to look at, charts, one table", async () => {
	const healthy = await startHealthy();
	const { bot, ben } = healthy;
	await healthy.comesDue();
	const report = await healthy.inChannel();
	expect(report).toContain("120 people are enrolled in Mentoring at Acme");
	expect(report).toContain("30 of 60 people who want a mentor have one");
	expect(report).toContain(
		"More people wait for a mentor in Testing than there are mentors with a free seat",
	);
	expect(report).toContain("On the waiting list: 12 of 120 people");
	expect(report).toMatch(
		/How useful meetings were: 4\.\d of 5, from 60 people/,
	);
	expect(report).toMatch(/By department, in people\nEnrolled: Data 40/);
	expect(report).toContain("Department | Enrolled | In a mentorship");
	expect(report).toContain("This is the first report");
	// All that matters without a chart or a table.
	expect(spoken(healthy)).toContain("120 people are enrolled");
	expect(spoken(healthy)).toContain("More people wait for a mentor in");
	expect(spoken(healthy)).toContain("How useful meetings were: 4.");
	// What lies behind its buttons is for managers only.
	const refused = "This is not available to you";
	for (const label of ["What the numbers mean", "Numbers as a file"])
		expect(await hears(ben, () => ben.clicks(label))).toContain(refused);
	expect(troubles(bot)).toEqual([]);
});

test("where Slack refuses charts, the same as text", async () => {
	const healthy = await startHealthy();
	const { bot } = healthy;
	bot.slack.faults.add({
		kind: "error",
		method: "chat.postMessage",
		channel: "C0MENTORING",
		error: "invalid_blocks",
	});
	await healthy.comesDue();
	const report = await healthy.inChannel();
	expect(report).not.toContain("By department, in people");
	expect(report).toContain("Data: 40 enrolled, 20 in a mentorship");
	expect(report).toContain("120 people are enrolled");
	expect(troubles(bot)).toEqual([expect.stringContaining("chat.postMessage")]);
});

test("on demand it is seen first, and then posted; stats and the file say the same", async () => {
	const healthy = await startHealthy();
	const { bot, ana, ben } = healthy;
	expect(await hears(ana, () => ana.types("/mentor stats"))).toContain(
		"There are no numbers of Mentoring at Acme yet.",
	);
	await ana.types("/mentor report");
	await ana.sees("nobody else sees it until you post it");
	await ana.clicks("Make today's report");
	const preview = await ana.sees("This is what everybody in");
	expect(preview).toContain("On the waiting list: 12 of 120 people");
	ben.sawNot("Mentoring at Acme: the report");
	await ana.submits();
	await ana.sees("Shall the report be posted in #C0MENTORING?");
	ben.sawNot("Mentoring at Acme: the report");
	await ana.submits();
	await ana.sees("The report is on its way to");
	await ana.closes();
	expect(await healthy.inChannel()).toContain(
		"On the waiting list: 12 of 120 people",
	);
	await healthy.rest();
	// Another time it would say the same: whoever tries is told so.
	await ana.types("/mentor report");
	const again = await ana.sees("This report stands in");
	expect(again).not.toContain("Post it");
	await ana.closes();

	// What has happened since is in none of them: they are one release.
	await healthy.waits("Design", 6);
	const stats = await hears(ana, () => ana.types("/mentor stats"));
	expect(stats).toContain("On the waiting list: 12 of 120 people");
	expect(stats).toContain("Data: 40 enrolled, 20 in a mentorship");
	await ana.clicks("Numbers as a file");
	await ana.sees("Here are the numbers of Mentoring at Acme");
	const rows: string[][] = parse(await ana.file(/^mentoring-/), { bom: true });
	expect(rows[0]).toEqual(["figure", "of", "measure", "value", "as of"]);
	expect(rows.map((row) => row.slice(0, 4).join("|"))).toEqual(
		expect.arrayContaining([
			"Enrolled||people|120",
			"On the waiting list||of whom so|12",
			"On the waiting list|Testing|of whom so|12",
			"Mentorships by department|Data|In a mentorship|20",
		]),
	);
	await ana.clicks("What the numbers mean");
	const meanings = await ana.sees("those who wait to be told when a mentor");
	expect(meanings).toContain("Have a mentor. Of the people who joined");
	expect(troubles(bot)).toEqual([]);
});

test("the next one says what changed, and what a few people would give away stands as it was", async () => {
	const healthy = await startHealthy();
	const { bot } = healthy;
	await healthy.comesDue();
	await healthy.inChannel();
	await healthy.daysPass(7);
	await healthy.waits("Testing", 2);
	await healthy.comesDue();
	const second = await healthy.ben.sees("No number that can be shown");
	expect(second).toMatch(/On the waiting list: 12 of 120 people \(as of .*\)/);
	await healthy.daysPass(7);
	await healthy.waits("Testing", 5);
	await healthy.comesDue();
	const third = await healthy.ben.sees(
		"On the waiting list: 19 of 120 people, before 12 of 120 people",
	);
	expect(third).toContain("On the waiting list: 19 of 120 people");
	expect(troubles(bot)).toEqual([]);
});

test("a tiny program: most is too few to tell", async () => {
	stage = await startReporting();
	await stage.fills({ size: 6, pairs: 3 });
	await stage.meets(4);
	await stage.comesDue();
	const report = await stage.inChannel();
	expect(report).toContain("12 people are enrolled in Mentoring at Acme");
	expect(report).toMatch(/Too few people to tell: Have a mentor, /);
	expect(report).toContain("How useful meetings were: between 4 and 5 of 5");
	expect(report).not.toContain("3 of 6");
	expect(troubles(stage.bot)).toEqual([]);
});

test("the first week, with nothing: a list of what to do, for the managers", async () => {
	stage = await startReporting();
	const { bot, ana, ben } = stage;
	await stage.comesDue();
	const todo = await ana.sees("Mentoring at Acme: what to do next");
	expect(todo).toContain("Fewer than 10 people are enrolled");
	expect(todo).toContain("Nobody offers to be a mentor yet");
	expect(todo).toContain("Name who hears of it when something is wrong");
	ben.sawNot("Mentoring at Acme");
	await ana.types("/mentor report");
	await ana.clicks("Make today's report");
	await ana.sees("too few for numbers that give nobody away");
	expect(troubles(bot)).toEqual([]);
});

test("names: who is enrolled, who is matched with whom, and state; nobody of one's own reporting line", async () => {
	stage = await startReporting();
	const { bot, ana, client } = stage;
	await stage.fills({ size: 20, pairs: 3 });
	await client.query(
		`update person set manager_id = (select person_id from person boss
			where boss.workspace_id = person.workspace_id
				and boss.slack_user_id = $1)
			where slack_user_id = 'MENTOR1'`,
		[ana.id],
	);
	await client.query(
		`insert into gate (workspace_id, gate_key, rank, stopped)
			select workspace_id, 'person:' || person_id, 2, 'user_disabled'
				from person where slack_user_id in ('MENTEE2', 'MENTOR1')`,
	);
	await ana.types("/mentor stats");
	await ana.clicks("Who is enrolled");
	const first = await ana.sees("Enrolled in Mentoring at Acme: 39.");
	expect(first).toContain("@MENTEE1, mentee");
	await ana.clicks("More");
	const second = await ana.sees("@MENTOR20, mentor");
	expect(first + second).not.toMatch(/@MENTOR1,/);
	await ana.clicks("Back");
	await ana.sees("@MENTEE1, mentee");
	await ana.closes();
	await ana.clicks("Mentorships");
	const pairs = await ana.sees(
		"Mentorships under way in Mentoring at Acme: 2.",
	);
	expect(pairs).toContain("@MENTEE2 with @MENTOR2: One to one, active");
	expect(pairs).not.toContain("@MENTEE1");
	await ana.closes();
	await ana.clicks("Who cannot be reached");
	const unreachable = await ana.sees("write to at present: 1.");
	expect(unreachable).toContain("@MENTEE2, mentee");
	expect(troubles(bot)).toEqual([]);
});
