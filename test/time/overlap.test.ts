import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { leastShared, overlapFrom, yearOf } from "../../src/time/overlap.ts";
import { sharedMinutes, weekMask, weekMs } from "../../src/time/week-mask.ts";
import { defaultWorkingHours } from "../../src/time/working-hours.ts";

const monday = new Date("2026-11-16T00:00:00Z");
const overlap = overlapFrom(new Date("2026-11-18T12:34:00Z"));
const between = (a: string, b: string) =>
	overlap(defaultWorkingHours(a), defaultWorkingHours(b));

describe("the worst week of a year", () => {
	test("one zone shares all of its hours", () => {
		expect(between("Europe/Berlin", "Europe/Berlin")).toBe(40 * 60);
	});

	test("Kathmandu and Berlin are closest in winter", () => {
		// 3:15 to 11:15 against 8:00 to 16:00 UTC.
		expect(between("Asia/Kathmandu", "Europe/Berlin")).toBe(5 * 195);
	});

	test("New York and Berlin change on different Sundays", () => {
		// Six hours apart nearly all year, and only ever closer in between.
		expect(between("America/New_York", "Europe/Berlin")).toBe(5 * 120);
	});

	test("Sydney and London lose their shared hour for half of the year", () => {
		const sydney = { ...defaultWorkingHours("Australia/Sydney"), end: "19:00" };
		const london = defaultWorkingHours("Europe/London");
		// In July they share 8:00 to 9:00 UTC; in January nothing.
		const inJuly = new Date("2026-07-13T00:00:00Z");
		expect(
			sharedMinutes(weekMask(sydney, inJuly), weekMask(london, inJuly)),
		).toBe(300);
		expect(overlap(sydney, london)).toBe(0);
	});

	test("different weekends leave four days", () => {
		const cairo = { ...defaultWorkingHours("Africa/Cairo"), zone: "UTC" };
		expect(overlap(cairo, defaultWorkingHours("UTC"))).toBe(4 * 480);
	});
});

test("equals the plain minimum over 52 weeks, in any pair of zones", () => {
	const hours = fc.record({
		zone: fc.constantFrom(
			"Australia/Lord_Howe",
			"Asia/Kathmandu",
			"Pacific/Apia",
			"America/St_Johns",
			"Africa/Casablanca",
			"Africa/Cairo",
			"Pacific/Chatham",
			"Europe/Berlin",
		),
		start: fc.constantFrom("06:30", "09:00", "22:15"),
		end: fc.constantFrom("05:00", "17:00", "18:45"),
		days: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
	});
	fc.assert(
		fc.property(hours, hours, (a, b) => {
			const plain = Array.from({ length: 52 }, (_, week) => {
				const start = new Date(monday.getTime() + week * weekMs);
				return sharedMinutes(weekMask(a, start), weekMask(b, start));
			});
			const least = leastShared(yearOf(a, monday), yearOf(b, monday));
			expect(least).toBe(Math.min(...plain));
			expect(overlap(b, a)).toBe(least);
		}),
		{ numRuns: 15 },
	);
});

test("a year needs few masks", () => {
	const masks = (zone: string) =>
		yearOf(defaultWorkingHours(zone), monday).masks.length;
	expect(masks("Asia/Kathmandu")).toBe(1);
	expect(masks("Europe/Berlin")).toBeLessThanOrEqual(6);
});
