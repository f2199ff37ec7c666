import { describe, expect, test } from "@jest/globals";
import { healthOf } from "../../src/checkins/health.ts";
import type { Pair, Talk } from "../../src/checkins/pair.ts";
import { aPair, met, on } from "./a-pair.ts";

describe("health", () => {
	const health = (days: number, differs: Partial<Pair> = {}) =>
		healthOf(aPair(differs), on(days));

	test("from meetings and pauses, never from answers", () => {
		expect(health(13)).toBe("tooEarly");
		expect(health(14)).toBe("needsCheckIn");
		expect(health(41)).toBe("needsCheckIn");
		expect(health(42)).toBe("quiet");
		expect(health(1, { talks: met(0) })).toBe("onTrack");
		expect(health(27, { talks: met(3) })).toBe("onTrack");
		expect(health(28, { talks: met(3) })).toBe("needsCheckIn");
		expect(health(56, { talks: met(55) })).toBe("onTrack");
		const booked: Talk[] = [{ at: on(60), was: "booked" }];
		expect(health(50, { talks: booked })).toBe("onTrack");
	});

	test("a pause is none of its faults, unless it is long", () => {
		expect(health(28, { state: "paused" })).toBe("onTrack");
		expect(health(29, { state: "paused" })).toBe("needsCheckIn");
		expect(health(99, { state: "exploring" })).toBe("tooEarly");
		expect(health(99, { state: "completed" })).toBeNull();
	});
});
