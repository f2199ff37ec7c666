import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
	type Clock,
	daysLeft,
	openWindow,
	resumeWindow,
} from "../../src/matching/reply-window.ts";

const clock: Clock = {
	hours: {
		zone: "Europe/Lisbon",
		start: "09:00",
		end: "17:00",
		days: [1, 2, 3, 4, 5],
	},
	holidays: [],
	remindAfterDays: 3,
	closeAfterDays: 7,
};
const at = (time: string) => new Date(time);

test("three working days to the reminder, seven to the end", () => {
	// A Monday, in winter time.
	expect(openWindow(at("2026-03-02T10:00:00Z"), clock)).toEqual({
		remindAt: at("2026-03-05T10:00:00Z"),
		closesAt: at("2026-03-11T10:00:00Z"),
	});
});

test("by the receiver's days: weekend, holidays, night and zone", () => {
	const friday = at("2026-03-06T22:00:00Z");
	const holidays = ["2026-03-11"];
	expect(openWindow(friday, { ...clock, holidays })).toEqual({
		remindAt: at("2026-03-13T09:00:00Z"),
		closesAt: at("2026-03-19T09:00:00Z"),
	});
	const dhaka: Clock = {
		...clock,
		hours: { ...clock.hours, zone: "Asia/Dhaka", days: [1, 2, 3, 4, 7] },
	};
	// Friday and Saturday off; 09:00 there is 03:00 UTC.
	expect(openWindow(friday, dhaka).remindAt).toEqual(
		at("2026-03-11T03:00:00Z"),
	);
});

test("a reminder that would not come before the end is left out", () => {
	const { remindAt } = openWindow(at("2026-03-02T10:00:00Z"), {
		...clock,
		remindAfterDays: 7,
	});
	expect(remindAt).toBeNull();
});

test("the clock goes on with the days that were left", () => {
	const { closesAt } = openWindow(at("2026-03-02T10:00:00Z"), clock);
	const asked = at("2026-03-04T12:00:00Z");
	const days = daysLeft(asked, closesAt, clock);
	expect(days).toBe(5);
	const answered = at("2026-03-16T09:30:00Z");
	expect(resumeWindow(answered, { days, reminded: false }, clock)).toEqual({
		remindAt: at("2026-03-17T09:30:00Z"),
		closesAt: at("2026-03-23T09:30:00Z"),
	});
	expect(
		resumeWindow(answered, { days, reminded: true }, clock).remindAt,
	).toBeNull();
});

test("who asked on the last day has one day more", () => {
	const { closesAt } = openWindow(at("2026-03-02T10:00:00Z"), clock);
	expect(daysLeft(closesAt, closesAt, clock)).toBe(1);
});

test("however often it stops, a window neither grows nor is over at once", () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 20 * 24 }), { maxLength: 6 }),
			(hours) => {
				let now = at("2026-03-02T10:00:00Z");
				let { closesAt } = openWindow(now, clock);
				let last = clock.closeAfterDays;
				for (const each of hours) {
					const asked = new Date(
						Math.min(now.getTime() + each * 3_600_000, closesAt.getTime()),
					);
					const days = daysLeft(asked, closesAt, clock);
					expect(days).toBeGreaterThanOrEqual(1);
					expect(days).toBeLessThanOrEqual(last);
					last = days;
					now = new Date(asked.getTime() + 3 * 24 * 3_600_000);
					closesAt = resumeWindow(
						now,
						{ days, reminded: false },
						clock,
					).closesAt;
					expect(closesAt.getTime()).toBeGreaterThan(now.getTime());
				}
			},
		),
		{ numRuns: 60 },
	);
});
