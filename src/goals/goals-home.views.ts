import type { KnownBlock } from "@slack/types";
import { actions, context, section } from "../slack/blocks.ts";
import { joinMrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type GoalReader, mostOpen, type OwnGoals } from "./goal.ts";
import { addButton, listButton, nextButton } from "./goal-buttons.views.ts";
import { goalLine } from "./goal-line.views.ts";
import { nextMove } from "./progress.ts";

/** The goals that stand on Home; the others are in the list. */
const shown = 3;

/** My goals on Home: how far each is, its next step, and one tap to move on. */
export function goalsSection(
	{ open, ended }: OwnGoals,
	reader: GoalReader,
	text: Text,
): KnownBlock[] {
	const isEmpty = open.length + ended.length === 0;
	const more = open.length - shown;
	return [
		...open.slice(0, shown).map(({ goal }) => {
			const move = nextMove(goal);
			const next =
				move.is === "step"
					? [text.mrkdwn("goals:line.next", { step: move.step.text })]
					: [];
			return section(
				joinMrkdwn([goalLine(goal, reader, text), ...next], "\n"),
				nextButton(goal, text),
			);
		}),
		...(more > 0
			? [context(text.mrkdwn("goals:line.more", { count: more }))]
			: []),
		...(open.length === 0
			? [section(text.mrkdwn(`goals:list.${isEmpty ? "none" : "noneOpen"}`))]
			: []),
		actions(
			...(isEmpty ? [] : [listButton(text)]),
			...(open.length < mostOpen ? [addButton(text)] : []),
		),
	];
}
