import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { factsSince, healthOf } from "../../src/checkins/health.ts";
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

	/** Talks between two days, held or booked. */
	const talks = (from: number, to: number) =>
		fc.array(
			fc.record({
				at: fc.double({ min: from, max: to, noNaN: true }).map((at) => on(at)),
				was: fc.constantFrom("met" as const, "booked" as const),
			}),
			{ maxLength: 8 },
		);

	test("by name, nothing of before it was switched on changes it", () => {
		const days = fc.integer({ min: 1, max: 120 });
		const lives = days.chain((switched) =>
			fc.record({
				switched: fc.constant(switched),
				later: fc.integer({ min: 0, max: 90 }),
				begun: fc.tuple(
					fc.integer({ min: 0, max: switched }),
					fc.integer({ min: 0, max: switched }),
				),
				old: fc.tuple(talks(0, switched - 0.001), talks(0, switched - 0.001)),
				fresh: talks(switched, switched + 100),
				state: fc.constantFrom("active" as const, "paused" as const),
				rhythm: fc.constantFrom("weekly" as const, "monthly" as const),
			}),
		);
		fc.assert(
			fc.property(lives, ({ switched, later, begun, old, fresh, ...pair }) => {
				const shown = ([0, 1] as const).map((at) => {
					const facts = aPair({
						...pair,
						countedFrom: on(begun[at]),
						talks: [...old[at], ...fresh],
					});
					return healthOf(
						factsSince(facts, on(switched)),
						on(switched + later),
					);
				});
				expect(shown[0]).toBe(shown[1]);
			}),
			{ seed: 20261122, numRuns: 1_000 },
		);
	});

	test("by name, it is too early to say on the first day, whatever was before", () => {
		const facts = aPair({ talks: met(3) });
		expect(healthOf(facts, on(60))).toBe("quiet");
		expect(healthOf(factsSince(facts, on(60)), on(60))).toBe("tooEarly");
		expect(healthOf(factsSince(facts, on(60)), on(75))).toBe("needsCheckIn");
	});
});
