import type { Driver } from "./driver.ts";

/** What people do with their goals, as they would do it in Slack. */

export const goal = "Lead a team meeting";
export const goalLabels = {
	text: "What do you want to reach?",
	measure: "How will you know that you have reached it?",
	dueOn: "By when?",
	steps: "Small steps towards it, one a line",
	who: "Who else may read this goal?",
	why: "Why, in a line?",
};

export type GoalWords = {
	text?: string;
	measure?: string;
	dueOn?: string;
	steps?: string;
	who?: string;
};

/** Fills in the form, which is open, and sends it. */
export async function writesGoal(
	person: Driver,
	words: GoalWords,
): Promise<void> {
	const { text = goal, measure, dueOn, steps, who } = words;
	await person.fills(goalLabels.text, text);
	if (measure !== undefined) await person.fills(goalLabels.measure, measure);
	if (dueOn !== undefined) await person.fills(goalLabels.dueOn, dueOn);
	if (steps !== undefined) await person.fills(goalLabels.steps, steps);
	if (who !== undefined) await person.chooses(goalLabels.who, who);
	await person.submits();
}

export async function addsGoal(
	person: Driver,
	words: GoalWords = {},
): Promise<void> {
	await person.types("/mentor goals");
	await person.clicks("Add a goal");
	await writesGoal(person, words);
	await person.sees("Your goal is there.");
	await person.closes();
}
