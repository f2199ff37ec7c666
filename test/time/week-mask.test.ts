import { describe, expect, test } from "@jest/globals";
import {
	sharedMinutes,
	utcWeekOf,
	weekMask,
} from "../../src/time/week-mask.ts";
import {
	defaultWorkingHours,
	type WorkingHours,
} from "../../src/time/working-hours.ts";

/** The mask as spans in hours since Monday 00:00 UTC. */
function spans(hours: WorkingHours, week: string): [number, number][] {
	const mask = weekMask(hours, new Date(`${week}T00:00:00Z`));
	const found: [number, number][] = [];
	for (let slot = 0; slot < 672; slot++) {
		if ((((mask[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 0) continue;
		const last = found.at(-1);
		if (last?.[1] === slot / 4) last[1] = (slot + 1) / 4;
		else found.push([slot / 4, (slot + 1) / 4]);
	}
	return found;
}

const daily = (from: number, to: number, days = [0, 1, 2, 3, 4]) =>
	days.map((day) => [day * 24 + from, day * 24 + to]);

describe("weekMask", () => {
	test("plain hours in UTC", () => {
		expect(spans(defaultWorkingHours("UTC"), "2026-11-16")).toEqual(
			daily(9, 17),
		);
	});

	test("Kathmandu is 5:45 ahead", () => {
		expect(spans(defaultWorkingHours("Asia/Kathmandu"), "2026-11-16")).toEqual(
			daily(3.25, 11.25),
		);
	});

	test("St John's is 3:30 behind, 2:30 in summer", () => {
		const hours = defaultWorkingHours("America/St_Johns");
		expect(spans(hours, "2026-11-16")).toEqual(daily(12.5, 20.5));
		expect(spans(hours, "2026-07-13")).toEqual(daily(11.5, 19.5));
	});

	test("Apia's Monday begins on Sunday, at both ends of the week", () => {
		expect(spans(defaultWorkingHours("Pacific/Apia"), "2026-11-16")).toEqual([
			[0, 4],
			...daily(20, 28, [0, 1, 2, 3]),
			[164, 168],
		]);
	});

	test("Lord Howe moves by half an hour within the week", () => {
		const hours = {
			...defaultWorkingHours("Australia/Lord_Howe"),
			start: "12:00",
			days: [6, 7],
		};
		// Clocks go back on Sunday 5 April 2026, from +11:00 to +10:30.
		expect(spans(hours, "2026-03-30")).toEqual([
			[5 * 24 + 1, 5 * 24 + 6],
			[6 * 24 + 1.5, 6 * 24 + 6.5],
		]);
	});

	test("a night shift loses the hour that clocks skip", () => {
		const hours = {
			zone: "Europe/Berlin",
			start: "22:00",
			end: "06:00",
			days: [6],
		};
		expect(spans(hours, "2026-03-23")).toEqual([[5 * 24 + 21, 6 * 24 + 4]]);
		expect(spans(hours, "2026-03-30")).toEqual([[5 * 24 + 20, 6 * 24 + 4]]);
	});

	test("a shift over midnight on Sunday reaches into the next week", () => {
		const hours = { zone: "UTC", start: "22:00", end: "06:00", days: [7] };
		expect(spans(hours, "2026-11-16")).toEqual([
			[0, 6],
			[6 * 24 + 22, 168],
		]);
	});

	test("partial quarters at the edges do not count", () => {
		const hours = { zone: "UTC", start: "09:05", end: "10:40", days: [1] };
		expect(spans(hours, "2026-11-16")).toEqual([[9.25, 10.5]]);
	});
});

test("utcWeekOf is the Monday at or before", () => {
	const monday = new Date("2026-11-16T00:00:00Z");
	expect(utcWeekOf(monday)).toEqual(monday);
	expect(utcWeekOf(new Date("2026-11-22T23:59:59Z"))).toEqual(monday);
	expect(utcWeekOf(new Date("2026-11-15T23:59:59Z"))).toEqual(
		new Date("2026-11-09T00:00:00Z"),
	);
});

test("sharedMinutes counts every bit of both", () => {
	const full = new Uint32Array(21).fill(0xffffffff);
	expect(sharedMinutes(full, full)).toBe(7 * 24 * 60);
	expect(sharedMinutes(full, new Uint32Array(21))).toBe(0);
	const one = new Uint32Array(21);
	one[20] = 1 << 31;
	expect(sharedMinutes(full, one)).toBe(15);
});
