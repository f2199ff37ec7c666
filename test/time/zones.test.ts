import { describe, expect, test } from "@jest/globals";
import {
	inZone,
	isZone,
	usualWorkingDays,
	zonesLike,
} from "../../src/time/zones.ts";

describe("isZone", () => {
	test.each(["Europe/Berlin", "Asia/Kathmandu", "US/Pacific", "UTC"])(
		"%s is a zone",
		(name) => expect(isZone(name)).toBe(true),
	);

	test.each(["", "Europe/Nowhere", "+05:30", "Berlin"])("%p is none", (name) =>
		expect(isZone(name)).toBe(false),
	);
});

describe("usualWorkingDays", () => {
	test.each([
		["Europe/Berlin", [1, 2, 3, 4, 5]],
		["Asia/Dubai", [1, 2, 3, 4, 5]],
		["Asia/Kolkata", [1, 2, 3, 4, 5]],
		["Africa/Cairo", [1, 2, 3, 4, 7]],
		["Asia/Tehran", [1, 2, 3, 6, 7]],
	])("%s", (zone, days) => expect(usualWorkingDays(zone)).toEqual(days));

	test("an older name counts as the zone", () => {
		expect(usualWorkingDays("Israel")).toEqual(
			usualWorkingDays("Asia/Jerusalem"),
		);
	});

	test("an unknown zone throws", () => {
		expect(() => usualWorkingDays("Europe/Nowhere")).toThrow("Europe/Nowhere");
	});
});

test.each([
	["Asia/Kathmandu", "2026-11-22T15:45:00"],
	["America/St_Johns", "2026-11-22T06:30:00"],
	["Pacific/Apia", "2026-11-22T23:00:00"],
	["Australia/Lord_Howe", "2026-11-22T21:00:00"],
])("the wall clock in %s", (zone, wall) => {
	const at = new Date("2026-11-22T10:00:00Z");
	expect(inZone(at, zone).toPlainDateTime().toString()).toBe(wall);
});

test("zones are found by their letters, also by the names of today", () => {
	expect(zonesLike("lisb")).toEqual(["Europe/Lisbon"]);
	expect(zonesLike("new york")).toEqual(["America/New_York"]);
	expect(zonesLike("kolkata")).toEqual(["Asia/Kolkata"]);
	expect(zonesLike("kathmandu")).toEqual(["Asia/Kathmandu"]);
	expect(zonesLike("mars")).toEqual([]);
	const all = zonesLike("");
	expect(all.at(-1)).toBe("UTC");
	expect(all.filter((zone) => !isZone(zone))).toEqual([]);
	expect(new Set(all).size).toBe(all.length);
});
