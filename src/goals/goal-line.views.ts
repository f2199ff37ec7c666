import {
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate, slackDay } from "../time/dates.ts";
import { type Goal, type GoalReader, type OwnGoal, todayOf } from "./goal.ts";
import { drawBar, progressOf } from "./progress.ts";

/**
 * A goal and how far it is, as one sentence; the drawn bar comes after it, on
 * a line of its own, and says nothing that the sentence does not.
 */
export function goalLine(goal: Goal, reader: GoalReader, text: Text): Mrkdwn {
	if (goal.state !== "open") return endedLine(goal, reader, text);
	const { percent } = progressOf(goal);
	const bar = { mrkdwn: drawBar(percent) };
	return joinMrkdwn([openLine(goal, reader, text), bar], "\n");
}

function openLine(goal: Goal, reader: GoalReader, text: Text): Mrkdwn {
	const { text: words, dueOn } = goal;
	const progress = progressWords(goal, text);
	if (!dueOn) return text.mrkdwn("goals:line.open", { goal: words, progress });
	const isOverdue = dueOn < todayOf(reader);
	return text.mrkdwn(`goals:line.${isOverdue ? "overdue" : "due"}`, {
		goal: words,
		progress,
		date: dateToken(slackDay(dueOn, reader)),
	});
}

function endedLine(goal: Goal, reader: GoalReader, text: Text): Mrkdwn {
	const isReached = goal.state === "reached";
	const at = goal.endedAt ?? goal.touchedAt;
	return text.mrkdwn(`goals:line.${isReached ? "reached" : "letGo"}`, {
		goal: goal.text,
		date: dateToken(slackDate(at, "day", reader)),
	});
}

/** How far, in words: "2 of 4 steps done". */
export function progressWords(
	goal: Pick<Goal, "steps" | "quarters">,
	text: Text,
): string {
	const { percent, steps } = progressOf(goal);
	if (!steps) return text.plain("goals:progress.percent", { percent });
	const { done, count } = steps;
	return text.plain("goals:progress.steps", { done, count });
}

/** How its owner will know; nothing where they have not said. */
export function measureLine({ measure }: Goal, text: Text): Mrkdwn[] {
	return measure ? [text.mrkdwn("goals:line.measure", { measure })] : [];
}

/** Who sees the goal, beside whatever shows it to its owner. */
export function seesLine({ readers }: OwnGoal, text: Text): Mrkdwn {
	if (readers.length === 0) return text.mrkdwn("goals:sees.nobody");
	const names = joinMrkdwn(
		readers.map(({ slackUserId }) => mention(slackUserId)),
		", ",
	);
	return text.mrkdwn("goals:sees.readers", { names });
}
