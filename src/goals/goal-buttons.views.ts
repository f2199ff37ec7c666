import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import { cut } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Goal, Step } from "./goal.ts";
import { nextMove, quarterNames } from "./progress.ts";

type GoalVerb =
	| "open"
	| "read"
	| "edit"
	| "reach"
	| "letGo"
	| "reopen"
	| "stillOn"
	| "askLess";

/** What can be done to one goal; a screen reader says to which. */
export function goalButton(verb: GoalVerb, goal: Goal, text: Text): Button {
	return button({
		id: `goals:${verb}`,
		value: goal.goalId,
		label: text.plain(`goals:button.${verb}`),
		spoken: text.plain(`goals:button.${verb}Spoken`, {
			goal: cut(goal.text, 50),
		}),
	});
}

/** The one tap that moves an open goal on. */
export function nextButton(goal: Goal, text: Text): Button {
	const move = nextMove(goal);
	if (move.is === "reach") return goalButton("reach", goal, text);
	if (move.is === "step") {
		const { step } = move;
		return button({
			id: "goals:stepDone",
			value: stepValue(goal.goalId, step),
			label: text.plain("goals:button.doneStep", { step: cut(step.text, 60) }),
		});
	}
	const percent = move.quarters * 25;
	return button({
		id: quarterId(move.quarters),
		value: goal.goalId,
		label: text.plain("goals:button.nowAt", { percent }),
		spoken: text.plain("goals:button.nowAtSpoken", {
			percent,
			goal: cut(goal.text, 50),
		}),
	});
}

/** Done, or not done yet: beside the step it is about. */
export function stepButton(goalId: string, step: Step, text: Text): Button {
	const value = stepValue(goalId, step);
	const name = cut(step.text, 50);
	return step.isDone
		? button({
				id: "goals:stepUndone",
				value,
				label: text.plain("goals:button.undo"),
				spoken: text.plain("goals:button.undoSpoken", { step: name }),
			})
		: button({
				id: "goals:stepDone",
				value,
				label: text.plain("goals:button.done"),
				spoken: text.plain("goals:button.doneStep", { step: name }),
			});
}

/** One for each quarter of the way; where it stands is said in words. */
export function quarterButtons(goal: Goal, text: Text): Button[] {
	return quarterNames.map((_, quarters) => {
		const percent = quarters * 25;
		return button({
			id: quarterId(quarters),
			value: goal.goalId,
			label:
				quarters === goal.quarters
					? text.plain("goals:button.percentNow", { percent })
					: text.plain("goals:button.percent", { percent }),
		});
	});
}

/** Names one step of a goal, as the features read it. */
const stepValue = (goalId: string, { id }: Step) => `${goalId}:${id}`;

const quarterId = (quarters: number) =>
	`goals:at-${quarterNames[quarters] ?? "none"}`;

/** The list of one's own goals. */
export const listButton = (text: Text) =>
	button({ id: "goals:list", label: text.plain("goals:list.all") });

export const addButton = (text: Text) =>
	button({ id: "goals:add", label: text.plain("goals:list.add") });
