import { describe, expect, test } from "@jest/globals";
import {
	mayReceive,
	type OwedItem,
	planDigest,
} from "../../src/delivery/digest.ts";
import type { Past, Receiver } from "../../src/delivery/receiver.ts";
import { defaultWorkingHours } from "../../src/time/working-hours.ts";

// 2026-11-16 is a Monday; Berlin is one hour ahead of UTC.
const berlin: Receiver = {
	hours: defaultWorkingHours("Europe/Berlin"),
	holidays: [],
	pausedUntil: null,
	snoozedUntil: null,
	weeklyCap: 2,
};
const at = (text: string) => new Date(`2026-11-${text}+01:00`);
const mondayMorning = at("16T09:00");
const mondayNoon = at("16T12:00");
const tuesdayMorning = at("17T09:00");

function item(
	owedId: string,
	urgency: OwedItem["urgency"],
	more: Partial<OwedItem> = {},
): OwedItem {
	const createdAt = at("16T00:00");
	return { owedId, urgency, createdAt, staleAfter: at("30T00:00"), ...more };
}

const nudge = item("nudge", "this_week");
const prompt = item("prompt", "today");
const answer = item("answer", "now");
const nudged = (...moments: string[]): Past =>
	moments.map((text) => ({ sentAt: at(text), urgency: "this_week" }));
const nothing = { deliveries: [], waiting: [], stale: [] };

test("nothing owed, nothing planned", () => {
	expect(planDigest([], berlin, [], mondayNoon)).toEqual(nothing);
});

describe("what follows from somebody's act", () => {
	const night = at("21T03:00");

	test("goes at once and alone, at any hour, paused or not", () => {
		const away = { ...berlin, pausedUntil: "open", weeklyCap: 0 } as const;
		const second = item("second", "now", { createdAt: at("16T00:01") });
		expect(planDigest([second, answer], away, [], night)).toEqual({
			...nothing,
			deliveries: [
				{ owedIds: ["answer"], at: night },
				{ owedIds: ["second"], at: night },
			],
		});
	});

	test("neither fills the day nor the week", () => {
		const past: Past = [{ sentAt: mondayMorning, urgency: "now" }];
		const capped = { ...berlin, weeklyCap: 1 };
		expect(mayReceive("this_week", capped, past, mondayNoon)).toEqual({
			now: true,
		});
	});
});

describe("one message a day", () => {
	test("all that is owed, the most urgent first", () => {
		const older = item("older", "this_week", { createdAt: at("15T00:00") });
		const plan = planDigest([nudge, older, prompt], berlin, [], mondayNoon);
		expect(plan).toEqual({
			...nothing,
			deliveries: [{ owedIds: ["prompt", "older", "nudge"], at: mondayNoon }],
		});
	});

	test("a day that had one is full, also for a meeting's prompt", () => {
		const plan = planDigest(
			[nudge, prompt],
			berlin,
			nudged("16T09:00"),
			mondayNoon,
		);
		expect(plan.deliveries).toEqual([
			{ owedIds: ["prompt", "nudge"], at: tuesdayMorning },
		]);
	});

	test("unless the prompt would be stale by the next working day", () => {
		const pressing = item("pressing", "today", { staleAfter: at("16T18:00") });
		const items = [pressing, prompt, nudge];
		expect(
			planDigest(items, berlin, nudged("16T09:00"), mondayNoon).deliveries,
		).toEqual([{ owedIds: ["pressing", "prompt", "nudge"], at: mondayNoon }]);
	});

	test("a nudge that would be stale by then waits, and is not said", () => {
		const brief = item("brief", "this_week", { staleAfter: at("16T18:00") });
		const past = nudged("16T09:00");
		expect(planDigest([brief], berlin, past, mondayNoon)).toEqual({
			...nothing,
			waiting: ["brief"],
		});
		expect(planDigest([brief], berlin, past, tuesdayMorning)).toEqual({
			...nothing,
			stale: ["brief"],
		});
	});
});

describe("the receiver's hours", () => {
	test.each([
		["in the evening", berlin, at("16T18:00"), tuesdayMorning],
		["on Saturday", berlin, at("21T12:00"), at("23T09:00")],
		[
			"on a holiday",
			{ ...berlin, holidays: ["2026-11-16"] },
			mondayNoon,
			tuesdayMorning,
		],
		[
			"paused",
			{ ...berlin, pausedUntil: at("18T10:30") },
			mondayNoon,
			at("18T10:30"),
		],
		[
			"snoozed, over the weekend",
			{ ...berlin, snoozedUntil: at("21T10:30") },
			mondayNoon,
			at("23T09:00"),
		],
		["paused for good", { ...berlin, pausedUntil: "open" }, mondayNoon, null],
		[
			"without a working day",
			{ ...berlin, hours: { ...berlin.hours, days: [] } },
			mondayNoon,
			null,
		],
	] as const)("%s: later, whatever it is", (_, receiver, now, nextAt) => {
		for (const owed of [nudge, prompt]) {
			expect(mayReceive(owed.urgency, receiver, [], now)).toEqual({
				now: false,
				nextAt,
			});
			expect(planDigest([owed], receiver, [], now)).toEqual(
				nextAt
					? {
							...nothing,
							deliveries: [{ owedIds: [owed.owedId], at: nextAt }],
						}
					: { ...nothing, waiting: [owed.owedId] },
			);
		}
	});

	test("09:00 stays 09:00 when the clocks change", () => {
		const friday = new Date("2026-10-23T18:00+02:00");
		expect(mayReceive("today", berlin, [], friday)).toEqual({
			now: false,
			nextAt: new Date("2026-10-26T09:00+01:00"),
		});
	});
});

describe("the weekly cap", () => {
	const twice = nudged("16T09:00", "17T09:00");
	const wednesday = at("18T12:00");
	const nextMonday = at("23T09:00");

	test("the third nudge waits for Monday, the prompt goes", () => {
		expect(
			planDigest([nudge, prompt], berlin, twice, wednesday).deliveries,
		).toEqual([
			{ owedIds: ["prompt"], at: wednesday },
			{ owedIds: ["nudge"], at: nextMonday },
		]);
		expect(mayReceive("today", berlin, twice, wednesday)).toEqual({
			now: true,
		});
	});

	test("counts messages, not what they carry, and no prompts", () => {
		const past: Past = [
			...nudged("16T09:00"),
			{ sentAt: at("17T09:00"), urgency: "today" },
		];
		expect(mayReceive("this_week", berlin, past, wednesday)).toEqual({
			now: true,
		});
	});

	test("none at all when the person wants none", () => {
		const none = { ...berlin, weeklyCap: 0 };
		expect(planDigest([nudge, prompt], none, [], mondayNoon)).toEqual({
			...nothing,
			deliveries: [{ owedIds: ["prompt"], at: mondayNoon }],
			waiting: ["nudge"],
		});
	});

	test("Sunday is the last day of the week, where people work on it", () => {
		const hours = { ...berlin.hours, days: [1, 2, 3, 4, 5, 6, 7] };
		const daily = { ...berlin, hours };
		const sunday = at("22T12:00");
		expect(mayReceive("this_week", daily, twice, sunday)).toEqual({
			now: false,
			nextAt: nextMonday,
		});
		const past = nudged("21T12:00", "22T12:00");
		expect(mayReceive("this_week", daily, past, nextMonday)).toEqual({
			now: true,
		});
	});

	test("the week begins on the receiver's Monday", () => {
		const apia = { ...berlin, hours: defaultWorkingHours("Pacific/Apia") };
		// Monday 09:30 in Apia is still Sunday evening in UTC.
		const monday = new Date("2026-11-22T20:30Z");
		const past: Past = ["18", "19"].map((day) => ({
			sentAt: new Date(`2026-11-${day}T00:00Z`),
			urgency: "this_week",
		}));
		const before = new Date("2026-11-20T02:00Z");
		expect(mayReceive("this_week", apia, past, before)).toEqual({
			now: false,
			nextAt: new Date("2026-11-22T20:00Z"),
		});
		expect(mayReceive("this_week", apia, past, monday)).toEqual({ now: true });
	});
});

test("a night shift is one's working time, whatever the date", () => {
	const hours = { ...berlin.hours, start: "22:00", end: "06:00" };
	const nights = { ...berlin, hours };
	// Saturday at 3: Friday's shift.
	expect(mayReceive("this_week", nights, [], at("21T03:00"))).toEqual({
		now: true,
	});
	expect(mayReceive("this_week", nights, [], mondayNoon)).toEqual({
		now: false,
		nextAt: at("16T22:00"),
	});
});
