import { afterEach, expect, test } from "@jest/globals";
import type { Driver } from "../support/driver.ts";
import { glance } from "../support/pair.ts";
import { type SilentPair, startSilentPair } from "../support/silent-pair.ts";
import { hears } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";
import { until } from "../support/until.ts";

let pair: SilentPair | undefined;
afterEach(() => pair?.stop());

const plan = "nothing is planned for now";
const question = "have you talked?";
const quiet = "nothing more will come about it by itself";

const asksWhy = (person: Driver): Promise<string> =>
	hears(person, () => person.types("/mentor why"));

test("nudges follow the pair's own rhythm; after three silent periods it is quiet", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, daysPass, rings, told } = pair;
	expect(await asksWhy(ana)).toMatch(
		/With @Ben Okafor: .* at the earliest, if nothing is planned by then/,
	);
	await daysPass(2);
	expect(told(ana, plan)).toBe(0);
	await daysPass(1);
	const nudge = await ana.sees(plan);
	expect(nudge).toContain("You and @Ben Okafor want to talk every week");
	expect(nudge).toContain(
		"[Snooze] [Fewer of these] [Why this] [Something is wrong]",
	);
	// The mentor hears of it less often.
	expect(told(ben, plan)).toBe(0);
	const why = await hears(ana, () => ana.clicks("Why this"));
	expect(why).toContain(
		"You and @Ben Okafor agreed to talk every week, and halfway through",
	);
	expect(why).toMatch(/: .* at the earliest, if nothing is on record by then/);
	expect(why).toContain("at most twice a week");

	// Looked at as often as one likes, each is asked once.
	await daysPass(4);
	await rings();
	await rings();
	for (const one of [ana, ben]) expect(told(one, question)).toBe(1);
	await daysPass(3);
	await daysPass(4);
	for (const one of [ana, ben]) expect(told(one, question)).toBe(2);
	await daysPass(7);
	for (const one of [ana, ben]) {
		const last = await one.sees(quiet);
		expect(last).toContain("[Begin again");
		expect(last).toContain("[Pause it");
		expect(last).toContain("No answer from");
		expect(told(one, question)).toBe(2);
	}
	expect(await asksWhy(ben)).toContain("nothing more by itself");
	await daysPass(7);
	await daysPass(30);
	for (const one of [ana, ben]) expect(told(one, quiet)).toBe(1);
	expect(told(ana, plan)).toBe(1);

	// One tap and it counts anew.
	expect(await hears(ana, () => ana.clicks("Begin again"))).toContain(
		"you begin again with @Ben Okafor",
	);
	await daysPass(4);
	expect(told(ana, plan)).toBe(2);
	expect(troubles(bot)).toEqual([]);
});

test("none if they have met or booked in the period", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, client, daysPass, now, told } = pair;
	const meets = (state: string, at: Date) =>
		client.query(
			`insert into meeting (workspace_id, meeting_id, mentorship_id, state,
					starts_at, length_minutes, set_at, created_at, held_at)
				select workspace_id, gen_random_uuid(), mentorship_id, $1, $2::timestamptz,
					30, $3, $3, case $1 when 'met' then $2::timestamptz end from mentorship`,
			[state, at, now()],
		);
	await meets("planned", new Date(now().getTime() + 5 * 24 * 3_600_000));
	await daysPass(3);
	expect(told(ana, plan)).toBe(0);
	expect(await asksWhy(ana)).toMatch(/With @Ben Okafor: .*/);
	await client.query("update meeting set state = 'met', held_at = starts_at");
	await daysPass(4);
	for (const one of [ana, ben]) expect(told(one, question)).toBe(0);
	await daysPass(3);
	expect(told(ana, plan)).toBe(1);
	// Told of by one tap, from the question itself.
	await daysPass(4);
	expect(told(ben, question)).toBe(1);
	await ben.clicks(/^Met with/);
	await until("the second conversation", async () => {
		const { rowCount } = await client.query(
			"select from meeting where state = 'met'",
		);
		return rowCount === 2;
	});
	await daysPass(3);
	await daysPass(4);
	for (const one of [ana, ben]) expect(told(one, question)).toBe(1);
	expect(troubles(bot)).toEqual([]);
});

test("none on a program holiday, nor while snoozed; fewer of these halves them", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, client, daysPass, rings, now, told } = pair;
	const today = now().toISOString().slice(0, 10);
	const holidays = (dates: string[]) =>
		client.query(
			`update program set settings = settings || jsonb_build_object('holidays',
				(select coalesce(jsonb_agg(jsonb_build_object('date', it,
					'name', 'A day off')), '[]') from unnest($1::text[]) it))`,
			[dates],
		);
	await holidays([today]);
	await daysPass(3);
	expect(told(ana, plan)).toBe(0);
	await holidays([]);
	await rings();
	expect(told(ana, plan)).toBe(1);

	// Ana snoozes for a week, from the message.
	await ana.clicks("Snooze");
	await ana.sees("Until then nothing comes by itself");
	await ana.submits();
	await ana.sees(/Snoozed until/);
	await ana.closes();
	expect(await glance(ana)).toContain("Snoozed until");
	await daysPass(4);
	expect(told(ana, question)).toBe(0);
	expect(told(ben, question)).toBe(1);
	expect(await asksWhy(ana)).toContain("You snoozed everything until");
	await ana.types("/mentor snooze");
	await ana.clicks("End the snooze");
	await ana.sees("The snooze is over");
	await rings();
	expect(told(ana, question)).toBe(1);
	expect(await hears(ana, () => ana.clicks("End the snooze"))).toContain(
		"nothing was changed",
	);

	// Ben wants fewer: every second silent period only.
	expect(await hears(ben, () => ben.clicks("Fewer of these"))).toContain(
		"half as often",
	);
	await daysPass(7);
	expect(told(ana, question)).toBe(2);
	expect(told(ben, question)).toBe(1);
	expect(troubles(bot)).toEqual([]);
});

test("none while a member is paused; it counts anew when they are back", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, daysPass, rings, told } = pair;
	await daysPass(2);
	await ben.types("/mentor pause");
	await ben.sees("You are paused");
	await daysPass(3);
	await daysPass(30);
	for (const words of [plan, question, quiet]) expect(told(ana, words)).toBe(0);
	expect(await asksWhy(ana)).toContain("nothing at present");
	await ben.types("/mentor resume");
	await ben.sees("Welcome back.");
	await rings();
	await daysPass(2);
	expect(told(ana, plan)).toBe(0);
	await daysPass(1);
	expect(told(ana, plan)).toBe(1);
	for (const one of [ana, ben]) expect(told(one, quiet)).toBe(0);
	expect(troubles(bot)).toEqual([]);
});

test("Tokyo with New York, and a move: each hears in their own working hours", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, daysPass, hour, livesIn, told } = pair;
	await livesIn(ana, "Asia/Tokyo");
	await livesIn(ben, "America/New_York");
	await hour(10);
	await daysPass(8);
	for (const one of [ana, ben]) expect(told(one, question)).toBe(0);
	// 00:30 UTC is 09:30 in Tokyo, and the evening before in New York.
	await hour(0);
	expect(told(ana, question)).toBe(1);
	expect(told(ben, question)).toBe(0);
	await hour(14);
	expect(told(ana, question)).toBe(1);
	expect(told(ben, question)).toBe(1);

	// Ana moves to New York, where it is the same morning: told once.
	await livesIn(ana, "America/New_York");
	await hour(15);
	expect(told(ana, question)).toBe(1);
	expect(troubles(bot)).toEqual([]);
});

test("/mentor why tells nobody that the other has stopped it", async () => {
	pair = await startSilentPair();
	const { bot, ana, ben, daysPass } = pair;
	const stops = async () => {
		await ben.opensHome();
		await ben.clicks("Something is wrong");
		await ben.sees("It has all stopped.");
		await ben.closes();
	};
	await daysPass(3);
	await ana.sees(plan);
	const before = await asksWhy(ana);
	expect(before).toContain("halfway through the period");
	await stops();
	expect(await asksWhy(ana)).toBe(before);
	// Whoever stopped it knows, and is told of nothing to come.
	expect(await asksWhy(ben)).not.toContain("at the earliest");
	expect(troubles(bot)).toEqual([]);
});
