import { expect, test } from "@jest/globals";
import { overKind } from "../../src/mentorships/move.service.ts";
import { ringBell } from "../support/bell.ts";
import { books, calendarOf, startMeeting } from "../support/meeting-people.ts";
import { troubles } from "../support/troubles.ts";

test("what ends leaves no conversation planned: beside the news of the end stands how to take it out of a calendar", async () => {
	const { bot, client, now, ana, ben, stop } = await startMeeting();
	try {
		await books(ana);
		await ben.clicks("Calendar file");
		await ben.sees("The calendar file is on its way");
		await ben.closes();
		const { event } = await calendarOf(ben, 0);
		// The bell goes by the database's clock, and it is still to come.
		await client.query(
			"update meeting set starts_at = now() + interval '3 days'",
		);

		await ana.types("/mentor end");
		await ana.sees("End your mentorship with @Ben Okafor now?");
		await ana.submits();
		await ana.sees("Your mentorship with @Ben Okafor has ended.");
		await ana.closes();
		await ringBell(bot, overKind, now);
		const told = await ben.sees("The conversation planned with @Ana Lopes");
		expect(told).toContain("Your mentorship with @Ana Lopes has ended");
		expect(told).toContain("There is nothing you need to do.");
		expect(told).not.toContain("called off");

		await ben.clicks("Calendar file", { in: /is off/ });
		const off = await calendarOf(ben, 1);
		expect([off.method, off.event.uid]).toEqual(["CANCEL", event.uid]);
		await ana.sees("The conversation planned with @Ben Okafor is off");
		expect(troubles(bot)).toEqual([]);
	} finally {
		await stop();
	}
});
