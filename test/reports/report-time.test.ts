import { describe, expect, test } from "@jest/globals";
import { nextReportAt } from "../../src/reports/report-time.ts";
import { inZone } from "../../src/time/zones.ts";

const plan = {
	channel: "C1",
	every: "week" as "week" | "month",
	weekday: 1,
	time: "09:00",
	zone: "Europe/Lisbon",
};
const next = (more: Partial<typeof plan>, after: string) =>
	nextReportAt({ ...plan, ...more }, new Date(after)).toISOString();

test("weekly: on its weekday at its local time, and never at once again", () => {
	expect(next({}, "2026-02-28T12:00:00Z")).toBe("2026-03-02T09:00:00.000Z");
	expect(next({}, "2026-03-02T08:59:00Z")).toBe("2026-03-02T09:00:00.000Z");
	expect(next({}, "2026-03-02T09:00:00Z")).toBe("2026-03-09T09:00:00.000Z");
});

test("monthly: the first such weekday of a month", () => {
	const monthly = { every: "month" as const };
	const at = (after: string) =>
		nextReportAt({ ...plan, ...monthly }, new Date(after)).toISOString();
	expect(at("2026-02-03T00:00:00Z")).toBe("2026-03-02T09:00:00.000Z");
	expect(at("2026-03-02T09:00:00Z")).toBe("2026-04-06T08:00:00.000Z");
});

describe.each([
	"Europe/Lisbon",
	"America/New_York",
	"Australia/Lord_Howe",
	"Asia/Kathmandu",
	"Africa/Casablanca",
	"Pacific/Apia",
	"America/St_Johns",
])("two years in %s", (zone) => {
	test.each(["09:30", "02:30"])("%s stays so, once a week", (time) => {
		let at = new Date("2026-01-01T00:00:00Z");
		const dates: string[] = [];
		for (let week = 0; week < 104; week++) {
			at = nextReportAt({ ...plan, zone, time, weekday: 7 }, at);
			const local = inZone(at, zone);
			dates.push(local.toPlainDate().toString());
			expect(local.dayOfWeek).toBe(7);
			// Clocks jump over half past two on some Sundays: then it is later.
			const clock = local.toPlainTime().toString().slice(0, 5);
			if (time === "09:30") expect(clock).toBe(time);
			else expect([time, "03:00", "03:30"]).toContain(clock);
		}
		expect(new Set(dates).size).toBe(104);
	});
});
