import { expect, test } from "@jest/globals";
import {
	assertSafe,
	backoffSeconds,
	usualTiming,
} from "../../src/delivery/timing.ts";

test("waits double, up to an hour", () => {
	const waits = Array.from({ length: 14 }, (_, index) =>
		backoffSeconds(index + 1),
	);
	expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40]);
	expect(Math.max(...waits)).toBe(3_600);
	expect(backoffSeconds(0)).toBe(5);
});

test("what Slack refuses is tried for more than two hours", () => {
	let seconds = 0;
	for (let tries = 1; tries < usualTiming.mostAttempts; tries++)
		seconds += backoffSeconds(tries);
	expect(seconds).toBeGreaterThan(2 * 3_600);
});

test("the usual times are safe, and close to the edge they are not", () => {
	expect(() => assertSafe(usualTiming)).not.toThrow();
	const { beginMs, httpMs } = usualTiming;
	expect(() =>
		assertSafe({ ...usualTiming, leaseSeconds: (beginMs + httpMs) / 1_000 }),
	).toThrow("A lease must outlast the latest begin and a call.");
	expect(() =>
		assertSafe({ ...usualTiming, graceSeconds: httpMs / 1_000 }),
	).toThrow("The grace must be longer than a call takes.");
});
