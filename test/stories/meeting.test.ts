import { afterEach, expect, test } from "@jest/globals";
import type { Driver } from "../support/driver.ts";
import {
	books,
	calendarOf,
	type Meeting,
	startMeeting,
	times,
} from "../support/meeting-people.ts";
import { overviewOf } from "../support/steps.ts";
import { troubles } from "../support/troubles.ts";

let running: Meeting | undefined;
afterEach(() => running?.stop());

async function start(): Promise<Meeting> {
	running = await startMeeting();
	return running;
}

test("/mentor meet proposes three slots; picking one fixes it and offers an .ics file, which moves and goes with it", async () => {
	const { bot, ana, ben, client } = await start();
	await ana.types("/mentor meet");
	const page = await ana.sees("One tap fixes a time.");
	expect(page).toContain("With @Ben Okafor, 30 minutes");
	expect(times(ana)).toHaveLength(3);
	await ana.clicks("Later times");
	await ana.sees("Earlier times");
	await ana.clicks("Book this time", { nth: 1 });
	await ana.sees("Booked: you talk with @Ben Okafor");
	await ana.closes();
	const told = await ben.sees("@Ana Lopes picked a time");
	expect(told).toContain("I remind you before.");
	expect(told).toMatch(/\[Another time with Ana Lopes\] \[Call it off\]/);
	expect(await overviewOf(ana)).toContain("Next conversation:");

	const startsAt = async () =>
		(await client.query("select starts_at from meeting")).rows[0]?.starts_at;
	await ben.clicks("Calendar file");
	await ben.sees("The calendar file is on its way");
	await ben.closes();
	const first = await calendarOf(ben, 0);
	expect(first.method).toBe("PUBLISH");
	expect(first.event.summary).toBe("Mentoring: Ana Lopes");
	expect(first.event.startDate.toJSDate()).toEqual(await startsAt());

	await ben.clicks(/^Another time with/);
	await ben.sees("Another time takes its place.");
	await ben.clicks("Move it here", { nth: 2 });
	await ben.sees("Moved: you talk with @Ana Lopes");
	await ben.closes();
	await ana.sees("@Ben Okafor moved your next conversation");
	await ana.clicks("Calendar file");
	await ana.sees("The calendar file is on its way");
	await ana.closes();
	const second = await calendarOf(ana, 1);
	expect(second.event.uid).toBe(first.event.uid);
	expect(second.event.startDate.toJSDate()).toEqual(await startsAt());

	await ana.clicks("Call it off");
	await ana.sees("Called off: your conversation with @Ben Okafor");
	await ana.clicks("Calendar file");
	const off = await calendarOf(ana, 2);
	expect([off.method, off.event.uid]).toEqual(["CANCEL", first.event.uid]);
	await ben.sees("@Ana Lopes called off your conversation");

	// The buttons of before say what has happened since.
	await ben.clicks("Call it off", { in: /picked a time/ });
	await ben.sees("It has been called off already.");
	expect(troubles(bot)).toEqual([]);
});

test("two pick at once: one wins, and the other reads which", async () => {
	const { bot, ana, ben } = await start();
	for (const one of [ana, ben]) await one.types("/mentor meet");
	await ana.clicks("Book this time", { nth: 0 });
	await ana.sees("Booked: you talk with");
	await ben.clicks("Book this time", { nth: 1 });
	await ben.sees("@Ana Lopes was quicker: you talk");
	await ben.clicks("Move it here", { nth: 1 });
	await ben.sees("Moved: you talk with @Ana Lopes");
	expect(troubles(bot)).toEqual([]);
});

test("one message before, one after; did you meet: one tap each, in private", async () => {
	const { bot, ana, ben, client, comes, passes } = await start();
	await books(ana);
	await comes();
	const before = await ben.sees("You talk with @Ana Lopes");
	expect(before).toContain("If the time still suits you, leave it as it is.");
	await comes();
	await passes();
	for (const one of [ana, ben]) await one.sees("Did you talk with");
	await passes();
	const count = (person: Driver, words: string) =>
		person.messages().filter((text) => text.startsWith(words)).length;

	await ana.clicks(/^Met with/);
	await ana.sees("Thank you, I have noted that you met.");
	await ana.closes();
	expect(await overviewOf(ana)).not.toContain("How did it go?");
	// What the other said is not shown, and nothing is to be found out.
	expect(await overviewOf(ben)).toContain("Did you talk with @Ana Lopes");
	await ben.clicks(/^Not this time with/, { in: /^Did you talk/ });
	await ben.sees("Only you see your answer.");
	await ben.closes();
	const { rows } = await client.query(
		"select state, (select array_agg(answer order by answer) from meeting_answer) as said from meeting",
	);
	expect(rows).toEqual([{ state: "met", said: ["met", "not"] }]);
	for (const one of [ana, ben]) {
		expect(count(one, "Did you talk with")).toBe(1);
		expect(count(one, "You talk with")).toBe(1);
	}
	expect(troubles(bot)).toEqual([]);
});

test("we moved it, in one tap, and when it is now", async () => {
	const { bot, ana, ben, passes, client } = await start();
	await books(ana);
	await passes();
	await ben.sees("Did you talk with");
	await ben.clicks(/^Moved it with/);
	await ben.sees("Noted: you moved it.");
	await ben.clicks("Book this time");
	await ben.sees("Moved: you talk with @Ana Lopes");
	await ana.sees("@Ben Okafor moved your next conversation");
	await ana.clicks(/^Met with/, { in: /^Did you talk/ });
	await ana.sees("It was moved since: you talk with @Ben Okafor");
	const { rows } = await client.query("select state, sequence from meeting");
	expect(rows).toEqual([{ state: "planned", sequence: 1 }]);
	expect(troubles(bot)).toEqual([]);
});

test("where hours do not overlap, Tokyo with New York, early and late take turns, or they exchange in writing, which counts as met", async () => {
	const { bot, ana, ben, lives, passes, client } = await start();
	await lives(ana, "America/New_York");
	await lives(ben, "Asia/Tokyo");
	await ana.types("/mentor meet");
	const first = await ana.sees("Your working hours hardly meet");
	const isEarly = (page: string, who: string) =>
		new RegExp(`(Early|Late) for ${who}`).test(page);
	const benFirst = isEarly(first, "@Ben Okafor");
	expect(isEarly(first, "you")).toBe(!benFirst);
	await ana.clicks("Book this time");
	await ana.sees("Booked: you talk with");
	await ana.closes();
	// It took place, at a time that was hard on that one.
	await client.query("update meeting set state = 'met', held_at = starts_at");
	await ana.types("/mentor meet");
	const next = await ana.sees("Your working hours hardly meet");
	expect(isEarly(next, "@Ben Okafor")).toBe(!benFirst);

	await ana.clicks("Write instead");
	await ana.sees("Agreed: you and @Ben Okafor write to each other by");
	await ana.closes();
	await ben.sees("@Ana Lopes suggests that you write to each other");
	// It is night in Tokyo, and he is asked in the morning; now he is in Lagos.
	await lives(ben, "Africa/Lagos");
	await passes();
	const question = await ben.sees("Did you and @Ana Lopes write to each other");
	expect(question).toMatch(/Wrote with .*Writing later with .*Not this time/);
	await ben.clicks(/^Wrote with/);
	await ben.sees("Thank you, I have noted that you wrote");
	const { rows } = await client.query(
		"select state from meeting where in_writing",
	);
	expect(rows).toEqual([{ state: "met" }]);
	expect(troubles(bot)).toEqual([]);
});

test("a holiday of the program is not offered, and a time of their own is checked kindly", async () => {
	const { bot, ana, now, client } = await start();
	const tomorrow = new Date(now.getTime() + 24 * 3_600_000)
		.toISOString()
		.slice(0, 10);
	await ana.types("/mentor meet");
	const [ordinary] = times(ana);
	await ana.closes();
	await client.query(
		`update program set settings = settings || jsonb_build_object('holidays',
			jsonb_build_array(jsonb_build_object('date', $1::text, 'name', 'Rest')))`,
		[tomorrow],
	);
	await ana.types("/mentor meet");
	await ana.sees("One tap fixes a time.");
	expect(times(ana)).not.toContain(ordinary);

	await ana.clicks("A time of our own");
	await ana.fills("Date", now.toISOString().slice(0, 10));
	await ana.fills("Time", "06:00");
	await ana.submits();
	expect(ana.errors()).toMatchObject({
		Date: "That has passed already. Please pick a time that is still to come.",
	});
	await ana.fills("Date", tomorrow);
	await ana.fills("Time", "19:00");
	await ana.submits();
	const doubt = await ana.sees("Nothing is booked yet.");
	expect(doubt).toContain("for you");
	expect(doubt).toContain("for @Ben Okafor");
	await ana.clicks("Another time");
	await ana.sees("When do you talk with @Ben Okafor?");
	await ana.submits();
	await ana.sees("Nothing is booked yet.");
	await ana.submits();
	await ana.sees("Booked: you talk with @Ben Okafor");
	expect(troubles(bot)).toEqual([]);
});

test("whoever had it stopped hears nothing of it, and a talk nobody planned is told in one tap", async () => {
	const { bot, ana, ben, comes, passes, client } = await start();
	await ana.types("/mentor meet");
	await ana.clicks(/^Met with/);
	await ana.sees("Thank you, I have noted that you met.");
	await ana.closes();
	const { rows } = await client.query("select state from meeting");
	expect(rows).toEqual([{ state: "met" }]);
	expect(await overviewOf(ben)).not.toContain("Did you talk");

	await books(ben);
	await ana.sees("@Ben Okafor picked a time");
	await ana.opensHome();
	await ana.clicks("Something is wrong");
	await ana.sees("It has all stopped.");
	await ana.closes();
	await comes();
	await passes();
	for (const one of [ana, ben]) one.sawNot("Did you talk with");
	expect(await overviewOf(ana)).not.toContain("How did it go?");
	expect(troubles(bot)).toEqual([]);
});

test("a pause offers to call off what is planned, and nothing is said meanwhile", async () => {
	const { bot, ana, ben, comes } = await start();
	await books(ben);
	await ana.sees("@Ben Okafor picked a time");
	await ana.types("/mentor");
	await ana.clicks(/^Open mentorship/);
	await ana.clicks("Pause it");
	await ana.sees("Pause mentorship");
	await ana.submits();
	await ana.sees("It is paused, and your conversation");
	await comes();
	for (const one of [ana, ben]) one.sawNot(/^You talk with/);
	await ana.clicks("Call it off");
	await ana.sees("Called off: your conversation with @Ben Okafor");
	await ben.sees("@Ana Lopes called off your conversation");
	expect(troubles(bot)).toEqual([]);
});
