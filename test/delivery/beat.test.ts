import { expect, test } from "@jest/globals";
import { createBeat } from "../../src/delivery/beat.ts";
import { until } from "../support/until.ts";

const claims = (...workspaceIds: string[]) =>
	workspaceIds.map((workspaceId) => ({ workspaceId }));

test("the next lane gives after the interval of its rate", () => {
	const beat = createBeat(4);
	expect(beat.untilNext()).toBe(Number.POSITIVE_INFINITY);
	beat.claimed(claims("one", "other"));
	expect(beat.untilNext()).toBeLessThanOrEqual(250);
	expect(beat.untilNext()).toBeGreaterThan(20);
});

test("after several at once it takes as many intervals", () => {
	const beat = createBeat(4);
	beat.claimed(claims("one", "one", "one"));
	expect(beat.untilNext()).toBeLessThanOrEqual(750);
	expect(beat.untilNext()).toBeGreaterThan(500);
	beat.claimed(claims("other"));
	expect(beat.untilNext()).toBeLessThanOrEqual(250);
});

test("a beat that has passed is forgotten, and a quick one waits a little", async () => {
	const beat = createBeat(1_000);
	beat.claimed(claims("one"));
	expect(beat.untilNext()).toBe(20);
	await until(
		"an end of it",
		() => beat.untilNext() === Number.POSITIVE_INFINITY,
	);
});
