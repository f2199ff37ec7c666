import { afterEach, expect, test } from "@jest/globals";
import type { Driver } from "../support/driver.ts";
import { glance } from "../support/pair.ts";
import { hears, untilHome } from "../support/steps.ts";
import { startTogether, type Together } from "../support/together.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

let together: Together | undefined;
afterEach(() => together?.stop());

const pauseNews = "needs a pause from your mentorship";
const askedOnce = "has been paused for four weeks";

/** Pauses from the mentorship's page, for so long. */
async function pauses(person: Driver, length: RegExp): Promise<void> {
	await opensPage(person);
	await person.clicks("Pause it");
	await person.chooses("How long?", length);
	await person.submits();
	await person.sees("is paused until");
	await person.closes();
}

async function opensPage(person: Driver): Promise<void> {
	await person.types("/mentor");
	await person.clicks(/^Open mentorship/);
	await until("the page", () => person.modal()?.includes("Mentorship"));
}

const said = (person: Driver, words: string) =>
	person.messages().filter((text) => text.includes(words));

test("by any member, until a date; no messages meanwhile; end dates move along", async () => {
	together = await startTogether();
	const { bot, ana, ben, client, daysPass, saysAll, now } = together;
	const before = await together.mentorship();
	await opensPage(ben);
	await ben.clicks("Pause it");
	const form = await ben.sees("Pause mentorship");
	expect(form).toContain("Mentor says nothing about it to anyone in it");
	expect(form).toContain("never why");
	expect(form).toMatch(/Two weeks, until \w+ \d+, \d{4}/);
	await ben.submits();
	await ben.sees(/Your mentorship with @Ana Lopes is paused until .*\d/);
	await ben.closes();
	const told = await ana.sees(`@Ben Okafor ${pauseNews}, until`);
	expect(told).toContain("no reason is asked");
	expect(told).toContain("There is nothing for you to do.");
	expect(await glance(ana)).toMatch(
		/Paused until .*: @Ben Okafor needs a pause\. There is nothing for you to do until then\./,
	);
	expect(await glance(ben)).toMatch(/Paused until .*, as you asked\./);

	// Nobody but Ben can end it, and nothing is said.
	await opensPage(ana);
	ana.sawNot("Resume it");
	await ana.closes();
	await client.query(
		`insert into owed (workspace_id, owed_id, dedupe_key, kind, person_id,
				subject_id, urgency, stale_after)
			select workspace_id, gen_random_uuid(), 'meanwhile', 'mentorships:' ||
				'remind-exploring', person_id, mentorship_id, 'today',
				now() + interval '1 day'
				from mentorship_member where role = 'mentee'`,
	);
	await saysAll();
	ana.sawNot("Would you like to go on");

	await daysPass(21);
	for (const [one, other] of [
		[ana, "Ben Okafor"],
		[ben, "Ana Lopes"],
	] as const)
		await one.sees(`Your mentorship with @${other} goes on`);
	expect(await glance(ana)).toContain("Exploring until");
	const after = await together.mentorship();
	expect(after.state).toBe("exploring");
	// What was left of the four weeks is left again.
	const daysLeft = (
		{ exploring_until }: Record<string, unknown>,
		at: unknown,
	) => Math.round((Number(exploring_until) - Number(at)) / (24 * 3_600_000));
	expect(daysLeft(after, after.since)).toBe(daysLeft(before, now));
	expect(said(ana, askedOnce)).toEqual([]);
	expect(troubles(bot)).toEqual([]);
});

test("open-ended: beyond four weeks the partner may wait, look for an interim mentor, or finish", async () => {
	together = await startTogether();
	const { bot, ana, ben, daysPass } = together;
	await pauses(ben, /^Until I come back/);
	const told = await ana.sees(`${pauseNews} and has set no date`);
	expect(told).toContain("Mentor asks you once what you would like");
	expect(await glance(ana)).toContain("has set no date. It is their move.");

	await daysPass(28);
	const asked = await ana.sees(askedOnce);
	expect(asked).toContain(
		"You can wait, look for an interim mentor meanwhile, or finish.",
	);
	await daysPass(28);
	expect(said(ana, askedOnce)).toHaveLength(1);
	expect(said(ben, askedOnce)).toEqual([]);

	await ana.clicks("Wait for Ben Okafor");
	await ana.sees("Then it waits, and there is nothing for you to do");
	await ana.closes();
	const found = await hears(ana, () => ana.clicks("Find an interim mentor"));
	expect(found).toContain("@Dana");
	expect(found).not.toContain("@Ben Okafor");
	// Whoever is not interested any more has a way out at any time.
	await opensPage(ana);
	await ana.sees("You can wait, look for an interim mentor, or finish.");
	await ana.closes();
	await ana.clicks("Finish");
	await ana.sees("Ben Okafor");
	await ana.closes();

	// And whoever needed the pause comes back with one tap, from any message.
	await opensPage(ben);
	await ben.clicks("Resume it");
	await ben.sees("Your mentorship with @Ana Lopes goes on");
	await ben.closes();
	await together.saysAll();
	await ana.sees("Your mentorship with @Ben Okafor goes on");
	expect(said(ben, "with @Ana Lopes goes on")).toEqual([]);
	await ana.clicks("Wait for Ben Okafor");
	await ana.sees("This was answered before. You and @Ben Okafor are exploring");
	expect(troubles(bot)).toEqual([]);
});

test("a date of one's own, and old buttons tell what has happened since", async () => {
	together = await startTogether();
	const { bot, ana, ben, now } = together;
	await ana.opensHome();
	await untilHome(ana, (home) => home.includes("Exploring until"));
	await ana.clicks(/^Open mentorship/);
	await ana.clicks("Pause it");
	await ana.sees("Pause mentorship");
	await ana.chooses("How long?", /^Until a date/);
	await ana.submits();
	expect(Object.values(ana.errors())).toEqual([
		"Please choose a day after today, at most a year away.",
	]);
	const inDays = (days: number) =>
		new Date(now.getTime() + days * 24 * 3_600_000).toISOString().slice(0, 10);
	for (const days of [0, 400]) {
		await ana.fills("Until which date?", inDays(days));
		await ana.submits();
		expect(Object.values(ana.errors())).toHaveLength(1);
	}
	await ana.fills("Until which date?", inDays(40));
	await ana.submits();
	await ana.sees(/Your mentorship with @Ben Okafor is paused until/);
	await ben.sees(`@Ana Lopes ${pauseNews}`);
	await ana.clicks("Resume it");
	await ana.sees("goes on, with its dates moved along. Welcome back.");
	await ana.closes();

	// A form that was open while the other one paused it finds that.
	await opensPage(ben);
	await ben.clicks("Pause it");
	await pauses(ana, /^Four weeks/);
	await ben.submits();
	await ben.sees(
		"This was answered before. Your mentorship with @Ana Lopes is paused",
	);
	expect(troubles(bot)).toEqual([]);
});

test("back from a pause while the other one is gone: it waits for them", async () => {
	together = await startTogether();
	const { bot, ana, ben, isGone, isBack } = together;
	await pauses(ana, /^Two weeks/);
	await ben.sees(pauseNews);
	await isGone(ben);
	expect(said(ana, pauseNews)).toEqual([]);
	await opensPage(ana);
	await ana.clicks("Resume it");
	await ana.sees("@Ben Okafor needs a pause");
	await ana.closes();
	await ana.sees(`@Ben Okafor ${pauseNews}`);
	await isBack(ben);
	await ana.sees("Your mentorship with @Ben Okafor goes on");
	expect(troubles(bot)).toEqual([]);
});
