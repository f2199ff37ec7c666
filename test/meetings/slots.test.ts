import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { bearersAt } from "../../src/meetings/early-late.ts";
import {
	type Attendee,
	type Slot,
	type SlotQuestion,
	spanOf,
} from "../../src/meetings/slot.ts";
import { findSlots } from "../../src/meetings/slots.ts";
import { writingDue } from "../../src/meetings/writing.ts";
import { overlaps } from "../../src/time/spans.ts";
import { defaultWorkingHours } from "../../src/time/working-hours.ts";
import { wallClock } from "../support/wall-clock.ts";

const hour = 3_600_000;
const wednesday = new Date("2026-03-04T15:10:00Z");

const at = (
	personId: string,
	zone: string,
	differs: Partial<Attendee["hours"]> = {},
	holidays: string[] = [],
): Attendee => ({
	personId,
	hours: { ...defaultWorkingHours(zone), ...differs },
	holidays,
});

const slotsFor = (
	attendees: Attendee[],
	differs: Partial<SlotQuestion> = {},
): Slot[] =>
	findSlots({
		attendees,
		busy: [],
		before: [],
		lengthMinutes: 30,
		zone: attendees[0]?.hours.zone ?? "UTC",
		now: wednesday,
		...differs,
	});

const read = (slots: Slot[], zone: string) =>
	slots.map((slot) => {
		const { date, time } = wallClock(slot.at, zone);
		return `${date} ${time}`;
	});

describe("the overlap of working hours", () => {
	test("three days of their own, at different times, none in 20 hours", () => {
		const berlin = "Europe/Berlin";
		const slots = slotsFor([at("ana", berlin), at("ben", berlin)]);
		expect(read(slots.slice(0, 3), berlin)).toEqual([
			"2026-03-05 13:00",
			"2026-03-06 14:30",
			"2026-03-09 11:00",
		]);
		expect(slots.length).toBeGreaterThan(25);
	});

	test("New York and Berlin through the weeks in which one has changed clocks", () => {
		const pair = [at("ana", "America/New_York"), at("ben", "Europe/Berlin")];
		const slots = slotsFor(pair, { lengthMinutes: 45 });
		for (const slot of slots) {
			const [here, there] = [
				wallClock(slot.at, "America/New_York"),
				wallClock(slot.at, "Europe/Berlin"),
			];
			expect(here.time >= "09:00" && here.time <= "16:15").toBe(true);
			expect(there.time >= "09:00" && there.time <= "16:15").toBe(true);
		}
		// From 8 to 29 March they are five hours apart, else six.
		const first = read(slots, "America/New_York").map((s) => s.slice(-5));
		expect(new Set(first).size).toBeGreaterThan(1);
	});

	test("a different weekend, a holiday and another meeting are left out", () => {
		const riyadh = at("ana", "Asia/Riyadh");
		const nairobi = at("ben", "Africa/Nairobi", {}, ["2026-03-09"]);
		const busy = [spanOf(new Date("2026-03-10T06:00:00Z"), 8 * 60)];
		const slots = slotsFor([riyadh, nairobi], { busy });
		expect(
			read(slots.slice(0, 2), "Asia/Riyadh").map((s) => s.slice(0, 10)),
		).toEqual(["2026-03-05", "2026-03-11"]);
	});

	// Five in the afternoon in Kathmandu is 12:15 in Lisbon, in winter 11:15.
	const atNoon = [
		at("ana", "Europe/Lisbon", { start: "11:45", end: "12:30" }),
		at("ben", "Asia/Kathmandu"),
	];

	test("a quarter of an hour is used where nothing begins on the half", () => {
		const now = new Date("2026-07-01T12:00:00Z");
		expect(
			read(slotsFor(atNoon, { now }).slice(0, 1), "Europe/Lisbon"),
		).toEqual(["2026-07-02 11:45"]);
	});

	test("hours that meet in some weeks only are not waited for", () => {
		const [slot] = slotsFor(atNoon);
		expect(slot?.bearers).toHaveLength(1);
		expect(slot?.at.getTime()).toBeLessThan(wednesday.getTime() + 72 * hour);
	});
});

describe("where hours never meet", () => {
	const ken = at("ken", "Asia/Tokyo");
	const ana = at("ana", "America/New_York");

	// In winter they are fourteen hours apart, in summer thirteen.
	const seasons = ["2026-01-07T15:10:00Z", "2026-07-08T15:10:00Z"];
	const weeks = (count: number) => count * 7 * 24 * hour;

	test.each(seasons)(
		"Tokyo with New York: early and late take turns, %s",
		(from) => {
			const before: SlotQuestion["before"][number][] = [];
			const turns: string[] = [];
			for (let meeting = 0; meeting < 3; meeting++) {
				const now = new Date(Date.parse(from) + weeks(meeting * 2));
				const [slot, ...others] = slotsFor([ken, ana], { before, now });
				expect(others.length).toBeGreaterThan(1);
				turns.push(slot?.bearers.map(({ personId }) => personId).join() ?? "");
				if (slot) before.push(spanOf(slot.at, 30));
			}
			expect(turns.slice(0, 2).toSorted()).toEqual(["ana", "ken"]);
			expect(turns[2]).toBe(turns[0]);
		},
	);

	test("nobody is asked at night, and the other is at work", () => {
		for (const slot of slotsFor([ken, ana])) {
			expect(slot.bearers).toHaveLength(1);
			for (const { zone } of [ken.hours, ana.hours]) {
				const { time, weekday } = wallClock(slot.at, zone);
				expect(time >= "06:00" && time <= "22:30").toBe(true);
				expect(weekday).toBeLessThan(6);
			}
		}
	});

	test("of three, whoever has borne it least", () => {
		const trio = [ken, ana, at("ben", "Europe/Berlin")];
		const first = slotsFor(trio);
		const [slot] = first;
		expect(slot).toBeDefined();
		const before = slot ? [spanOf(slot.at, 30)] : [];
		const sum = (slots: Slot[]) =>
			slots[0]?.bearers.filter(({ personId }) =>
				slot?.bearers.some((one) => one.personId === personId),
			).length ?? 0;
		expect(sum(slotsFor(trio, { before }))).toBeLessThanOrEqual(sum(first));
	});

	test("days that never meet leave writing to each other", () => {
		const weekdays = at("ana", "UTC", { days: [1, 2, 3] });
		const weekend = at("ben", "UTC", { days: [6, 7] });
		expect(slotsFor([weekdays, weekend])).toEqual([]);
		expect(writingDue([weekdays, weekend], wednesday)).toBeNull();
	});
});

test("to write there are three days, and one at work for each", () => {
	const due = writingDue(
		[at("ken", "Asia/Tokyo"), at("ana", "America/New_York")],
		wednesday,
	);
	// Saturday and Sunday are passed over: Monday, 17:00 in New York.
	expect(due).toEqual(new Date("2026-03-09T21:00:00Z"));
});

const zones = [
	"Australia/Lord_Howe",
	"Asia/Kathmandu",
	"Pacific/Apia",
	"Africa/Casablanca",
	"America/St_Johns",
	"America/Santiago",
	"America/New_York",
	"Europe/Berlin",
	"Asia/Tokyo",
	"Asia/Kolkata",
	"America/Los_Angeles",
	"Asia/Riyadh",
] as const;

const attendee = fc
	.record({
		zone: fc.constantFrom(...zones),
		start: fc.integer({ min: 6, max: 11 }),
		length: fc.integer({ min: 4, max: 9 }),
		holidays: fc.subarray(["2026-03-30", "2026-10-26"]),
	})
	.map(({ zone, start, length, holidays }) => {
		const clock = (hours: number) => `${String(hours).padStart(2, "0")}:00`;
		return { zone, start: clock(start), end: clock(start + length), holidays };
	});

const question = fc.record({
	people: fc.array(attendee, { minLength: 2, maxLength: 4 }),
	now: fc.date({
		min: new Date("2026-01-01T00:00:00Z"),
		max: new Date("2026-12-31T00:00:00Z"),
		noInvalidDate: true,
	}),
	lengthMinutes: fc.constantFrom(30, 45),
	busyAfterHours: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 6 }),
});

test("in any zones: within everybody's hours, or nobody's night, and free", () => {
	fc.assert(
		fc.property(question, ({ people, now, lengthMinutes, busyAfterHours }) => {
			const attendees = people.map(({ zone, start, end, holidays }, index) =>
				at(`p${index}`, zone, { start, end }, holidays),
			);
			const busy = busyAfterHours.map((hours) =>
				spanOf(new Date(now.getTime() + hours * hour), 60),
			);
			const slots = slotsFor(attendees, { now, lengthMinutes, busy });
			const [first] = attendees;
			const days = slots.map(
				(slot) => wallClock(slot.at, first?.hours.zone ?? "UTC").date,
			);
			expect(new Set(days).size).toBe(days.length);
			expect(days).toEqual(days.toSorted());
			for (const slot of slots) {
				const span = spanOf(slot.at, lengthMinutes);
				expect(span.start).toBeGreaterThanOrEqual(now.getTime() + 20 * hour);
				expect(busy.some((other) => overlaps(other, span))).toBe(false);
				expect(bearersAt(span, attendees)).toEqual(slot.bearers);
				for (const { personId, hours, holidays } of attendees) {
					const start = wallClock(slot.at, hours.zone);
					const end = wallClock(new Date(span.end), hours.zone);
					expect(hours.days).toContain(start.weekday);
					expect(holidays).not.toContain(start.date);
					const isOut = slot.bearers.some((one) => one.personId === personId);
					const [from, to] = isOut
						? ["06:00", "23:00"]
						: [hours.start, hours.end];
					expect(start.time >= from).toBe(true);
					expect(end.time <= to && end.date === start.date).toBe(true);
				}
			}
		}),
		{ numRuns: 40 },
	);
});
