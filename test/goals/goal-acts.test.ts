import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Goal, mostOpen } from "../../src/goals/goal.ts";
import {
	type GoalAct,
	isAllReached,
	planAct,
} from "../../src/goals/goal-acts.ts";
import { aGoal, at, steps } from "./builders.ts";

const did = (goal: Goal, act: GoalAct, open = 1) =>
	planAct(goal, act, open).did;

const acts: GoalAct[] = [
	{ is: "step", id: 1, isDone: true },
	{ is: "step", id: 1, isDone: false },
	{ is: "step", id: 9, isDone: true },
	{ is: "quarters", quarters: 2 },
	{ is: "reach" },
	{ is: "letGo", why: "wind" },
	{ is: "letGo", why: null },
	{ is: "reopen" },
	{ is: "stillOn" },
	{ is: "askLess" },
	{
		is: "save",
		words: { text: "Other", measure: null, steps: [] },
		dueOn: null,
		mentorshipId: null,
	},
];

/** The goal after an act, as the rows would have it. */
function done(goal: Goal, act: GoalAct): Goal {
	const { change } = planAct(goal, act, 1);
	if (!change) return goal;
	const { words, why: _, ...rest } = change;
	const ended = rest.state === "open" ? null : at;
	return { ...goal, ...words, ...rest, ...(rest.state && { endedAt: ended }) };
}

describe("whatever is done to a goal, in any order", () => {
	const any = fc.array(fc.constantFrom(...acts), { maxLength: 12 });

	test("what has ended changes only by being reopened", () => {
		fc.assert(
			fc.property(any, fc.constantFrom(...acts), (past, act) => {
				const goal = past.reduce(done, aGoal({ steps: steps("one") }));
				const planned = planAct(goal, act, 1);
				if (goal.state !== "open" && act.is !== "reopen")
					expect(planned.change).toBe(null);
			}),
		);
	});

	test("there is always a way on", () => {
		fc.assert(
			fc.property(any, (past) => {
				const goal = past.reduce(done, aGoal());
				const way = goal.state === "open" ? "reach" : "reopen";
				expect(planAct(goal, { is: way }, 1).change).not.toBe(null);
			}),
		);
	});

	test("done twice, steps, quarters and ends count once", () => {
		const repeatable = acts.filter(
			({ is }) => !["save", "stillOn", "askLess"].includes(is),
		);
		fc.assert(
			fc.property(any, fc.constantFrom(...repeatable), (past, act) => {
				const goal = past.reduce(done, aGoal({ steps: steps("one") }));
				expect(planAct(done(goal, act), act, 1).change).toBe(null);
			}),
		);
	});
});

describe("an old button", () => {
	test("of a step that went away says that steps have changed", () => {
		const goal = aGoal({ steps: steps("one") });
		expect(did(goal, { is: "step", id: 9, isDone: true })).toBe("otherSteps");
	});

	test("of a quarter, where there are steps now, as well", () => {
		const goal = aGoal({ steps: steps("one") });
		expect(did(goal, { is: "quarters", quarters: 1 })).toBe("otherSteps");
	});

	test("says that it was so already", () => {
		const goal = aGoal({ steps: steps("x one") });
		expect(did(goal, { is: "step", id: 1, isDone: true })).toBe("already");
		expect(did(aGoal({ state: "reached" }), { is: "reach" })).toBe("already");
		expect(did(aGoal(), { is: "reopen" })).toBe("already");
	});
});

describe("reopening", () => {
	test("forgets why it was let go", () => {
		const { change } = planAct(aGoal({ state: "let_go" }), { is: "reopen" }, 0);
		expect(change).toEqual({ state: "open", why: null });
	});

	test("is not one more than someone can pursue", () => {
		const goal = aGoal({ state: "let_go" });
		expect(did(goal, { is: "reopen" }, mostOpen - 1)).toBe("reopened");
		expect(did(goal, { is: "reopen" }, mostOpen)).toBe("mostOpen");
	});
});

test("all are reached when none is open and one at least is reached", () => {
	expect(isAllReached(["reached", "let_go"])).toBe(true);
	expect(isAllReached(["reached", "open"])).toBe(false);
	expect(isAllReached(["let_go"])).toBe(false);
	expect(isAllReached([])).toBe(false);
});
