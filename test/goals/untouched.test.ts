import { describe, expect, test } from "@jest/globals";
import {
	judgeStillness,
	type Stillness,
	stillAt,
	untouchedKey,
} from "../../src/goals/untouched.ts";

const touchedAt = new Date("2026-03-02T09:30:00Z");
const zone = "Europe/Lisbon";

function still(parts: Partial<Stillness> = {}): Stillness {
	return {
		goalId: "g1",
		personId: "p1",
		zone,
		state: "open",
		touches: 0,
		touchedAt,
		part: "open",
		isHeld: false,
		isAskedLess: false,
		...parts,
	};
}

describe("a month after the last touch", () => {
	test("is the same time by the wall clock, also across a clock change", () => {
		expect(stillAt(touchedAt, zone)).toEqual(new Date("2026-04-02T08:30:00Z"));
		expect(stillAt(touchedAt, "UTC")).toEqual(new Date("2026-04-02T09:30:00Z"));
	});

	test("is the last day of a shorter month", () => {
		const january = new Date("2026-01-31T12:00:00Z");
		expect(stillAt(january, "UTC")).toEqual(new Date("2026-02-28T12:00:00Z"));
	});
});

describe("a goal left alone", () => {
	const soon = new Date("2026-04-01T12:00:00Z");
	const later = new Date("2026-04-02T12:00:00Z");

	test("is asked about after a month, and not before", () => {
		expect(judgeStillness(still(), soon)).toEqual({
			is: "wait",
			until: stillAt(touchedAt, zone),
		});
		expect(judgeStillness(still(), later)).toEqual({ is: "ask" });
	});

	test("is asked about after three, where its owner wanted it less often", () => {
		const isAskedLess = true;
		const june = new Date("2026-06-02T08:30:00Z");
		expect(judgeStillness(still({ isAskedLess }), later)).toEqual({
			is: "wait",
			until: june,
		});
		expect(judgeStillness(still({ isAskedLess }), june)).toEqual({ is: "ask" });
	});

	test("waits while its owner or its mentorship is paused", () => {
		const nextWeek = new Date("2026-04-09T12:00:00Z");
		for (const held of [{ part: "paused" as const }, { isHeld: true }])
			expect(judgeStillness(still(held), later)).toEqual({
				is: "wait",
				until: nextWeek,
			});
	});

	test("is never asked about once it has ended or its owner has left", () => {
		for (const over of [
			{ state: "reached" as const },
			{ state: "let_go" as const },
			{ part: "left" as const },
			{ part: null },
		])
			expect(judgeStillness(still(over), later)).toEqual({ is: "never" });
	});

	test("is asked about under one name until it is touched", () => {
		expect(untouchedKey(still())).toBe(untouchedKey(still()));
		expect(untouchedKey(still({ touches: 1 }))).not.toBe(untouchedKey(still()));
	});
});
