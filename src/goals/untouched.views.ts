import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import { dateToken } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { GoalReader, OwnGoal } from "./goal.ts";
import { goalButton } from "./goal-buttons.views.ts";
import { goalLine } from "./goal-line.views.ts";

const answers = ["stillOn", "edit", "reach", "letGo"] as const;

/** The one question about a goal that has been left alone. */
export function untouchedMessage(
	{ goal }: OwnGoal,
	reader: GoalReader,
	text: Text,
): Message {
	return {
		text: text.mrkdwn("goals:untouched.text"),
		blocks: [
			section(goalLine(goal, reader, text)),
			section(
				text.mrkdwn("goals:untouched.since", {
					date: dateToken(slackDate(goal.touchedAt, "day", reader)),
				}),
			),
			actions(...answers.map((verb) => goalButton(verb, goal, text))),
			context(text.mrkdwn("goals:untouched.once")),
			actions(
				goalButton("askLess", goal, text),
				button({
					id: "checkins:snooze",
					label: text.plain("goals:untouched.snooze"),
				}),
			),
		],
	};
}
