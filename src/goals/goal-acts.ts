import { type Goal, type GoalState, type GoalWords, mostOpen } from "./goal.ts";

/** What its owner does to a goal. */
export type GoalAct =
	| {
			is: "save";
			words: GoalWords;
			dueOn: string | null;
			mentorshipId: string | null;
	  }
	| { is: "step"; id: number; isDone: boolean }
	| { is: "quarters"; quarters: number }
	| { is: "reach" }
	| { is: "letGo"; why: string | null }
	| { is: "reopen" }
	| { is: "stillOn" }
	| { is: "askLess" };

/** What came of it, as it is told. */
export type Did =
	| "added"
	| "saved"
	| "stepDone"
	| "stepUndone"
	| "moved"
	| "reached"
	| "letGo"
	| "reopened"
	| "stillOn"
	| "askedLess"
	/** It was so before. */
	| "already"
	/** It is open no longer: only reopening it changes it. */
	| "ended"
	/** An old button: the step went away, or steps came. */
	| "otherSteps"
	| "mostOpen";

export type GoalChange = Partial<{
	words: GoalWords;
	quarters: number;
	dueOn: string | null;
	mentorshipId: string | null;
	state: GoalState;
	why: string | null;
	isAskedLess: boolean;
}>;

/** `change` null: nothing is written, and the goal was not touched. */
export type Planned = { did: Did; change: GoalChange | null };

const none = (did: Did): Planned => ({ did, change: null });

/** `openCount`: how many goals its owner pursues now. */
export function planAct(goal: Goal, act: GoalAct, openCount: number): Planned {
	if (act.is === "reopen") return planReopen(goal, openCount);
	if (goal.state !== "open") {
		const isAlready = act.is === "reach" && goal.state === "reached";
		return none(isAlready ? "already" : "ended");
	}
	switch (act.is) {
		case "save": {
			const { words, dueOn, mentorshipId } = act;
			return { did: "saved", change: { words, dueOn, mentorshipId } };
		}
		case "step":
			return planStep(goal, act);
		case "quarters": {
			const { quarters } = act;
			if (goal.steps.length > 0) return none("otherSteps");
			if (goal.quarters === quarters) return none("already");
			return { did: "moved", change: { quarters } };
		}
		case "reach":
			return { did: "reached", change: { state: "reached" } };
		case "letGo":
			return { did: "letGo", change: { state: "let_go", why: act.why } };
		case "stillOn":
			return { did: "stillOn", change: {} };
		case "askLess":
			return { did: "askedLess", change: { isAskedLess: true } };
	}
}

function planReopen(goal: Goal, openCount: number): Planned {
	if (goal.state === "open") return none("already");
	if (openCount >= mostOpen) return none("mostOpen");
	return { did: "reopened", change: { state: "open", why: null } };
}

function planStep(
	{ text, measure, steps }: Goal,
	{ id, isDone }: { id: number; isDone: boolean },
): Planned {
	const step = steps.find((each) => each.id === id);
	if (!step) return none("otherSteps");
	if (step.isDone === isDone) return none("already");
	const changed = steps.map((each) =>
		each.id === id ? { ...each, isDone } : each,
	);
	return {
		did: isDone ? "stepDone" : "stepUndone",
		change: { words: { text, measure, steps: changed } },
	};
}

/** Whether this was the last goal of several to be reached, or the only one. */
export function isAllReached(states: GoalState[]): boolean {
	return states.includes("reached") && !states.includes("open");
}
