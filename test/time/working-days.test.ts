import { describe, expect, test } from "@jest/globals";
import {
	addWorkingDays,
	isWorkingTime,
	nextWorkingTime,
} from "../../src/time/working-days.ts";
import {
	defaultWorkingHours,
	type WorkingHours,
} from "../../src/time/working-hours.ts";
import { inZone } from "../../src/time/zones.ts";

const berlin = defaultWorkingHours("Europe/Berlin");
const wall = (at: Date, hours: WorkingHours) =>
	inZone(at, hours.zone).toPlainDateTime().toString();
const next = (at: string, hours = berlin, holidays: string[] = []) =>
	wall(nextWorkingTime(new Date(at), hours, holidays), hours);
const add = (
	at: string,
	days: number,
	hours = berlin,
	holidays: string[] = [],
) => wall(addWorkingDays(new Date(at), days, hours, holidays), hours);

describe("nextWorkingTime", () => {
	test.each([
		["within the hours", "2026-11-18T12:00+01:00", "2026-11-18T12:00:00"],
		["before them", "2026-11-18T06:00+01:00", "2026-11-18T09:00:00"],
		["at their end", "2026-11-18T17:00+01:00", "2026-11-19T09:00:00"],
		["on Friday evening", "2026-11-20T18:00+01:00", "2026-11-23T09:00:00"],
	])("%s", (_, at, expected) => expect(next(at)).toBe(expected));

	test("passes over holidays", () => {
		const holidays = ["2026-11-23", "2026-11-24"];
		expect(next("2026-11-20T18:00+01:00", berlin, holidays)).toBe(
			"2026-11-25T09:00:00",
		);
	});

	test("Friday is a day off in Cairo and Sunday is not", () => {
		const cairo = defaultWorkingHours("Africa/Cairo");
		expect(next("2026-11-19T18:00+02:00", cairo)).toBe("2026-11-22T09:00:00");
	});

	test("a night shift is still running after midnight", () => {
		const night = { ...berlin, start: "22:00", end: "06:00" };
		expect(next("2026-11-21T03:00+01:00", night)).toBe("2026-11-21T03:00:00");
		expect(next("2026-11-21T07:00+01:00", night)).toBe("2026-11-23T22:00:00");
	});

	test("hours without a day throw", () => {
		expect(() =>
			next("2026-11-18T12:00+01:00", { ...berlin, days: [] }),
		).toThrow(RangeError);
	});
});

test("isWorkingTime", () => {
	const at = new Date("2026-11-18T12:00+01:00");
	expect(isWorkingTime(at, berlin)).toBe(true);
	expect(isWorkingTime(at, berlin, ["2026-11-18"])).toBe(false);
	expect(isWorkingTime(at, defaultWorkingHours("Pacific/Apia"))).toBe(false);
});

describe("addWorkingDays", () => {
	test.each([
		["none", "2026-11-18T12:00+01:00", 0, "2026-11-18T12:00:00"],
		["over a weekend", "2026-11-19T12:00+01:00", 3, "2026-11-24T12:00:00"],
		["a week of seven", "2026-11-18T12:00+01:00", 7, "2026-11-27T12:00:00"],
		["from a Saturday", "2026-11-21T12:00+01:00", 1, "2026-11-24T09:00:00"],
	])("%s", (_, at, days, expected) => expect(add(at, days)).toBe(expected));

	test("09:30 stays 09:30 when clocks change", () => {
		expect(add("2026-03-27T09:30+01:00", 1)).toBe("2026-03-30T09:30:00");
		expect(add("2026-10-23T09:30+02:00", 1)).toBe("2026-10-26T09:30:00");
		const lordHowe = defaultWorkingHours("Australia/Lord_Howe");
		expect(add("2026-04-03T09:30+11:00", 1, lordHowe)).toBe(
			"2026-04-06T09:30:00",
		);
		const stJohns = defaultWorkingHours("America/St_Johns");
		expect(add("2026-03-06T09:30-03:30", 1, stJohns)).toBe(
			"2026-03-09T09:30:00",
		);
	});

	test("counts the receiver's days, not the sender's", () => {
		const apia = defaultWorkingHours("Pacific/Apia");
		// Friday noon in UTC is Saturday in Apia.
		expect(add("2026-11-20T12:00Z", 1, apia)).toBe("2026-11-24T09:00:00");
	});

	test("holidays do not count", () => {
		expect(add("2026-11-19T12:00+01:00", 3, berlin, ["2026-11-20"])).toBe(
			"2026-11-25T12:00:00",
		);
	});

	test("night shifts keep their hour after midnight", () => {
		const night = { ...berlin, start: "22:00", end: "06:00" };
		// Thursday's shift at 3 on Friday, one shift on: Saturday at 3.
		expect(add("2026-11-20T03:00+01:00", 1, night)).toBe("2026-11-21T03:00:00");
	});
});
