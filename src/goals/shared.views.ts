import type { KnownBlock } from "@slack/types";
import {
	actions,
	button,
	context,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { cut, joinMrkdwn, mention } from "../slack/mrkdwn.ts";
import { noticeModal, sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import type { Goal, GoalReader } from "./goal.ts";
import { goalButton } from "./goal-buttons.views.ts";
import { goalLine, measureLine } from "./goal-line.views.ts";
import type { Shared } from "./shared.ts";

/** The open goals of one person that stand on a mentor's Home. */
const shown = 3;

/** On a mentor's Home, below the mentorships: how far their mentees are. */
export function sharedSection(
	shared: Shared[],
	reader: GoalReader,
	text: Text,
): KnownBlock[] {
	return shared.map(({ mentorshipId, owner, open, reached }) => {
		const goals = open.length > 0 ? open : reached;
		const more = goals.length - shown;
		return section(
			joinMrkdwn(
				[
					ownerLine(owner, text),
					...goals.slice(0, shown).map((goal) => goalLine(goal, reader, text)),
					...(more > 0
						? [text.mrkdwn("goals:line.more", { count: more })]
						: []),
				],
				"\n",
			),
			button({
				id: "goals:shared",
				value: mentorshipId,
				label: text.plain("goals:shared.button", { name: cut(owner.name, 60) }),
			}),
		);
	});
}

/** All that is shared in one mentorship; `shared` empty: nothing any more. */
export function sharedModal(
	shared: Shared[],
	reader: GoalReader,
	text: Text,
): Modal {
	if (shared.length === 0)
		return noticeModal(sentence(text, "goals:shared.over"), text);
	return modal({
		id: "goals:sharedGoals",
		title: text.plain("goals:shared.title"),
		close: text.plain("goals:close"),
		blocks: shared
			.flatMap(({ owner, open, reached }) => [
				section(ownerLine(owner, text)),
				...[...open, ...reached].map((goal) =>
					section(goalLine(goal, reader, text), goalButton("read", goal, text)),
				),
			])
			// Slack takes 100 blocks.
			.slice(0, 100),
	});
}

/** One of them, to read; null: it is not shared any more. */
export function sharedGoalModal(
	goal: Goal | null,
	reader: GoalReader,
	text: Text,
): Modal {
	if (!goal?.mentorshipId)
		return noticeModal(sentence(text, "goals:shared.overGoal"), text);
	const { owner, steps } = goal;
	return modal({
		id: "goals:sharedGoal",
		title: text.plain("goals:page.title"),
		close: text.plain("goals:close"),
		blocks: [
			section(ownerLine(owner, text)),
			section(
				joinMrkdwn(
					[
						goalLine(goal, reader, text),
						...measureLine(goal, text),
						...steps.map((step) =>
							text.mrkdwn(`goals:page.${step.isDone ? "done" : "toDo"}`, {
								step: step.text,
							}),
						),
					],
					"\n",
				),
			),
			context(text.mrkdwn("goals:shared.mayRead", { name: owner.name })),
			actions(
				button({
					id: "goals:shared",
					value: goal.mentorshipId,
					label: text.plain("goals:shared.back"),
				}),
			),
		],
	});
}

const ownerLine = ({ slackUserId }: Goal["owner"], text: Text) =>
	text.mrkdwn("goals:shared.of", { person: mention(slackUserId) });
