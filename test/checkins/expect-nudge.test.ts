import { describe, expect, test } from "@jest/globals";
import { expectNudge } from "../../src/checkins/expect-nudge.ts";
import type { Pair } from "../../src/checkins/pair.ts";
import { usualWeeklyCap } from "../../src/delivery/receiver.ts";
import { calendarAt } from "../../src/time/calendar.ts";
import { defaultWorkingHours } from "../../src/time/working-hours.ts";
import { aPair, on } from "./a-pair.ts";

describe("when the next one may come", () => {
	const receiver = {
		hours: defaultWorkingHours("UTC"),
		holidays: ["2026-03-09"],
		pausedUntil: null,
		snoozedUntil: null,
		weeklyCap: usualWeeklyCap,
	};
	const ear = { receiver, past: [], told: new Set<string>() };
	const expected = (pair: Pair, at: Date, differs = {}) => {
		const member = pair.members.find(({ personId }) => personId === "ana");
		if (!member) throw new Error("Ana is in it.");
		return expectNudge(pair, member, { ...ear, ...differs }, calendarAt(at));
	};

	test("is the planner's next step, in the receiver's hours", () => {
		// The seventh day is a holiday.
		expect(expected(aPair(), on(1))).toMatchObject({
			step: { is: "plan" },
			at: new Date("2026-03-10T09:00Z"),
		});
		const told = new Set(["nudge:m:ana:2026-03-02"]);
		expect(expected(aPair(), on(9), { told })).toMatchObject({
			step: { is: "talked" },
			at: new Date("2026-03-16T09:00Z"),
		});
	});

	test("waits for a week with room, and the end of a snooze", () => {
		const past = [7, 8].map((at) => ({
			sentAt: on(at),
			urgency: "this_week" as const,
		}));
		expect(expected(aPair(), on(9), { past })).toMatchObject({
			step: { is: "talked" },
		});
		const snoozed = { ...receiver, snoozedUntil: on(16) };
		expect(expected(aPair(), on(9), { receiver: snoozed })).toMatchObject({
			step: { is: "talked" },
			at: on(16),
		});
	});

	test("or why nothing comes", () => {
		const nothing = (because: string) => ({ is: "nothing", because });
		const paused = { ...receiver, pausedUntil: "open" as const };
		expect(expected(aPair({ state: "paused" }), on(9))).toEqual(
			nothing("paused"),
		);
		expect(expected(aPair({ isWaiting: true }), on(9))).toEqual(
			nothing("waiting"),
		);
		expect(expected(aPair(), on(9), { receiver: paused })).toEqual(
			nothing("away"),
		);
		expect(expected(aPair(), on(80))).toEqual(nothing("quiet"));
	});
});
