import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { drawBar, nextMove, progressOf } from "../../src/goals/progress.ts";
import { steps } from "./builders.ts";

const anySteps = fc
	.array(fc.boolean(), { minLength: 1, maxLength: 5 })
	.map((done) => steps(...done.map((isDone) => (isDone ? "x it" : "it"))));

describe("how far a goal is", () => {
	test("is its steps done, of all", () => {
		const moving = { steps: steps("x one", "two", "x three", "four") };
		expect(progressOf({ ...moving, quarters: 4 })).toEqual({
			percent: 50,
			steps: { done: 2, count: 4 },
		});
	});

	test("is a quarter of the way at a time without steps", () => {
		const percents = [0, 1, 2, 3, 4].map(
			(quarters) => progressOf({ steps: [], quarters }).percent,
		);
		expect(percents).toEqual([0, 25, 50, 75, 100]);
	});

	test("is 100 only when all is done, and 0 only when nothing is", () => {
		fc.assert(
			fc.property(anySteps, (some) => {
				const { percent, steps: counted } = progressOf({
					steps: some,
					quarters: 0,
				});
				expect(percent === 100).toBe(counted?.done === counted?.count);
				expect(percent === 0).toBe(counted?.done === 0);
			}),
		);
	});
});

test("the bar has ten cells, is empty only at 0 and full only at 100", () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
			const bar = drawBar(percent);
			expect(bar).toMatch(/^▰*▱*$/);
			expect(bar).toHaveLength(10);
			expect(bar.includes("▰")).toBe(percent > 0);
			expect(bar.includes("▱")).toBe(percent < 100);
		}),
	);
	expect(drawBar(50)).toBe("▰▰▰▰▰▱▱▱▱▱");
});

describe("one tap", () => {
	test("does the first step that is to do", () => {
		const move = nextMove({
			steps: steps("x one", "two", "three"),
			quarters: 0,
		});
		expect(move).toMatchObject({ is: "step", step: { text: "two" } });
	});

	test("goes a quarter on without steps", () => {
		expect(nextMove({ steps: [], quarters: 3 })).toEqual({
			is: "quarter",
			quarters: 4,
		});
	});

	test("says that it is reached once all is done", () => {
		expect(nextMove({ steps: steps("x one"), quarters: 0 }).is).toBe("reach");
		expect(nextMove({ steps: [], quarters: 4 }).is).toBe("reach");
	});
});
