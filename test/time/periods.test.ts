import { describe, expect, test } from "@jest/globals";
import { periodOf, periodOn } from "../../src/time/periods.ts";

describe("periods", () => {
	test("of weeks are so many days from the first", () => {
		expect(periodOf("2026-03-02", "weekly", 2)).toEqual({
			start: "2026-03-16",
			end: "2026-03-23",
		});
		expect(periodOn("2026-03-02", "every_two_weeks", "2026-03-15")).toBe(0);
		expect(periodOn("2026-03-02", "every_two_weeks", "2026-03-16")).toBe(1);
	});

	test("of months end on the last day of a shorter one, and recover", () => {
		const starts = [0, 1, 2, 13].map(
			(number) => periodOf("2026-01-31", "monthly", number).start,
		);
		expect(starts).toEqual([
			"2026-01-31",
			"2026-02-28",
			"2026-03-31",
			"2027-02-28",
		]);
		expect(periodOn("2026-01-31", "monthly", "2026-02-27")).toBe(0);
		expect(periodOn("2026-01-31", "monthly", "2026-02-28")).toBe(1);
		expect(periodOn("2026-01-31", "monthly", "2026-01-30")).toBe(-1);
	});
});
