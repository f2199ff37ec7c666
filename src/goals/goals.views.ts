import type { KnownBlock } from "@slack/types";
import { programLine } from "../programs/program-phrase.ts";
import {
	actions,
	context,
	divider,
	header,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import {
	type GoalReader,
	mostOpen,
	type OwnGoal,
	type OwnGoals,
} from "./goal.ts";
import type { Did } from "./goal-acts.ts";
import {
	addButton,
	goalButton,
	listButton,
	nextButton,
	quarterButtons,
	stepButton,
} from "./goal-buttons.views.ts";
import { goalLine, measureLine, seesLine } from "./goal-line.views.ts";
import { nextMove } from "./progress.ts";

/** Which of the two pages an act in them comes from; elsewhere it is neither. */
export type GoalPage = "list" | "goal";

/** All one's goals; `did` is told first, when an act leads here. */
export function goalsModal(
	{ open, ended }: OwnGoals,
	reader: GoalReader,
	text: Text,
	{ hasJoined, did = null }: { hasJoined: boolean; did?: Did | null },
): Modal {
	const isEmpty = open.length + ended.length === 0;
	return modal({
		id: "goals:goals",
		title: text.plain("goals:title"),
		close: text.plain("goals:close"),
		metadata: { page: "list" satisfies GoalPage },
		blocks: [
			...didBlocks(did, text),
			...(open.length > 0
				? [context(text.mrkdwn("goals:list.intro"))]
				: [
						section(text.mrkdwn(`goals:list.${isEmpty ? "none" : "noneOpen"}`)),
					]),
			...open.flatMap((own) => openBlocks(own, reader, text)),
			...addBlocks(open.length, hasJoined, text),
			...(ended.length > 0
				? [divider(), header(text.plain("goals:list.ended"))]
				: []),
			...ended.map(({ goal }) =>
				section(goalLine(goal, reader, text), goalButton("open", goal, text)),
			),
		],
	});
}

function openBlocks(
	own: OwnGoal,
	reader: GoalReader,
	text: Text,
): KnownBlock[] {
	const { goal } = own;
	const isReach = nextMove(goal).is === "reach";
	return [
		section(ownLines(own, reader, text), goalButton("open", goal, text)),
		actions(
			nextButton(goal, text),
			goalButton("edit", goal, text),
			...(isReach ? [] : [goalButton("reach", goal, text)]),
			goalButton("letGo", goal, text),
		),
	];
}

function addBlocks(count: number, hasJoined: boolean, text: Text) {
	if (!hasJoined) return [context(text.mrkdwn("goals:list.notJoined"))];
	return count < mostOpen
		? [actions(addButton(text))]
		: [context(text.mrkdwn("goals:list.most", { count: mostOpen }))];
}

/** One of one's goals, with its steps and all that can be done. */
export function goalModal(
	own: OwnGoal,
	reader: GoalReader,
	text: Text,
	did: Did | null = null,
): Modal {
	const { goal, why } = own;
	const isOpen = goal.state === "open";
	const verbs = isOpen
		? (["edit", "reach", "letGo"] as const)
		: (["reopen"] as const);
	return modal({
		id: "goals:goal",
		title: text.plain("goals:page.title"),
		close: text.plain("goals:close"),
		metadata: { page: "goal" satisfies GoalPage },
		blocks: [
			...didBlocks(did, text),
			section(ownLines(own, reader, text)),
			...(why ? [context(text.mrkdwn("goals:page.why", { why }))] : []),
			...(isOpen ? movingBlocks(own, text) : []),
			actions(
				...verbs.map((verb) => goalButton(verb, goal, text)),
				listButton(text),
			),
		],
	});
}

/** Its steps, each with its tap; or how far it is, where there are none. */
function movingBlocks({ goal }: OwnGoal, text: Text): KnownBlock[] {
	const { goalId, steps } = goal;
	const isAllDone = nextMove(goal).is === "reach";
	return [
		...(steps.length > 0
			? [section(text.mrkdwn("goals:page.steps"))]
			: [
					section(text.mrkdwn("goals:page.far")),
					actions(...quarterButtons(goal, text)),
				]),
		...steps.map((step) =>
			section(
				text.mrkdwn(`goals:page.${step.isDone ? "done" : "toDo"}`, {
					step: step.text,
				}),
				stepButton(goalId, step, text),
			),
		),
		...(isAllDone ? [section(text.mrkdwn("goals:page.allDone"))] : []),
	];
}

function ownLines(own: OwnGoal, reader: GoalReader, text: Text): Mrkdwn {
	const { goal } = own;
	return joinMrkdwn(
		[
			goalLine(goal, reader, text),
			...measureLine(goal, text),
			...programLine(goal.programName, text),
			seesLine(own, text),
		],
		"\n",
	);
}

function didBlocks(did: Did | null, text: Text): KnownBlock[] {
	return did ? [section(text.mrkdwn(`goals:did.${did}`))] : [];
}
