import { describe, expect, test } from "@jest/globals";
import type { Pair, Talk } from "../../src/checkins/pair.ts";
import { planNudges } from "../../src/checkins/plan-nudges.ts";
import { calendarAt } from "../../src/time/calendar.ts";
import { aPair, met, on } from "./a-pair.ts";

/** All that is planned day by day, by its key and the day it first is. */
function planned(pair: Pair, days: number): string[] {
	const first = new Map<string, number>();
	for (let at = 0; at < days; at += 1)
		for (const { key } of planNudges(pair, calendarAt(on(at))).nudges)
			first.set(key, first.get(key) ?? at);
	return [...first].map(([key, at]) => `${at} ${key}`);
}

describe("who hears what", () => {
	test("a silent pair: half a period in, after it, and after three that it is quiet", () => {
		expect(planned(aPair(), 80)).toEqual([
			"7 nudge:m:ana:2026-03-02",
			"14 talked:m:ben:2026-03-02",
			"14 talked:m:ana:2026-03-02",
			"21 nudge:m:ben:2026-03-16",
			"21 nudge:m:ana:2026-03-16",
			"28 talked:m:ben:2026-03-16",
			"28 talked:m:ana:2026-03-16",
			"35 nudge:m:ana:2026-03-30",
			"42 quiet:m:ben:2026-03-02",
			"42 quiet:m:ana:2026-03-02",
		]);
	});

	test("every month, the eight weeks come first", () => {
		const quiet = planned(aPair({ rhythm: "monthly" }), 80).filter((it) =>
			it.includes("quiet"),
		);
		expect(quiet[0]).toBe("56 quiet:m:ben:2026-03-02");
	});

	test("in a week, one of them at a time", () => {
		expect(planned(aPair({ rhythm: "weekly" }), 40)).toEqual([
			"3 nudge:m:ana:2026-03-02",
			"7 talked:m:ben:2026-03-02",
			"7 talked:m:ana:2026-03-02",
			"14 talked:m:ben:2026-03-09",
			"14 talked:m:ana:2026-03-09",
			"21 quiet:m:ben:2026-03-02",
			"21 quiet:m:ana:2026-03-02",
		]);
	});

	test("nobody, while they meet or have booked", () => {
		expect(planned(aPair({ talks: met(3, 16, 30, 45, 58, 72) }), 70)).toEqual(
			[],
		);
		const booked: Talk[] = [{ at: on(12), was: "booked" }];
		expect(planned(aPair({ talks: booked }), 14)).toEqual([]);
	});

	test("nobody, while held, waiting or in any other state", () => {
		const held: Partial<Pair>[] = [
			{ isHeld: true },
			{ isWaiting: true },
			{ state: "paused" },
			{ state: "agreeing" },
			{ state: "closing" },
		];
		for (const differs of held) expect(planned(aPair(differs), 60)).toEqual([]);
		const over = planNudges(aPair({ state: "ended" }), calendarAt(on(20)));
		expect(over).toEqual({ nudges: [], nextLook: null });
	});

	test("half of it, whoever wants fewer", () => {
		const [ben, ana] = aPair().members;
		const members = [ben, ana && { ...ana, fewer: true }].flatMap(
			(it) => it ?? [],
		);
		const keys = planned(aPair({ members }), 80).filter((it) =>
			it.includes("ana"),
		);
		expect(keys).toEqual([
			"7 nudge:m:ana:2026-03-02",
			"14 talked:m:ana:2026-03-02",
			"35 nudge:m:ana:2026-03-30",
			"42 quiet:m:ana:2026-03-02",
		]);
	});

	test("outside Slack nobody; in a group it is for the mentor to find a time", () => {
		const [ben, ana] = aPair().members;
		const external = aPair({
			kind: "external",
			rhythm: "monthly",
			members: ana ? [ana] : [],
		});
		expect(planned(external, 31)).toEqual(["15 nudge:m:ana:2026-03-02"]);
		const mentees = ["ana", "chen"].map((personId) => ({
			...{ personId, zone: "UTC", fewer: false },
			role: "mentee" as const,
		}));
		const group = aPair({
			kind: "group",
			members: [...(ben ? [ben] : []), ...mentees],
		});
		expect(planned(group, 14)).toEqual(["7 nudge:m:ben:2026-03-02"]);
	});

	test("while exploring, one prompt for the first talk and one before the date", () => {
		const exploring = aPair({ state: "exploring", exploringUntil: on(28) });
		expect(planned(exploring, 40)).toEqual([
			"5 first:m:ana:2026-03-02",
			"16 last:m:ben:2026-03-30",
			"16 last:m:ana:2026-03-30",
		]);
		expect(planned({ ...exploring, talks: met(2) }, 40)).toEqual([]);
	});

	test("from the receiver's own midnight, and looked at again just then", () => {
		const [ben, ana] = aPair().members;
		if (!ben || !ana) throw new Error("There are two.");
		const members = [
			{ ...ben, zone: "America/New_York" },
			{ ...ana, zone: "Asia/Tokyo" },
		];
		const pair = aPair({ members });
		const before = planNudges(pair, calendarAt(new Date("2026-03-15T14:59Z")));
		expect(before.nudges.map(({ key }) => key)).toEqual([
			"nudge:m:ana:2026-03-02",
		]);
		expect(before.nextLook).toEqual(new Date("2026-03-15T15:00Z"));
		const tokyo = planNudges(pair, calendarAt(new Date("2026-03-15T15:00Z")));
		expect(tokyo.nudges.map(({ key }) => key)).toEqual([
			"talked:m:ana:2026-03-02",
		]);
		// By now New York has summer time.
		expect(tokyo.nextLook).toEqual(new Date("2026-03-16T04:00Z"));
	});
});
