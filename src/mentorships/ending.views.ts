import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { mentorshipName } from "./mentorship-name.views.ts";
import { othersNamed } from "./since.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/**
 * It is over, in words that blame nobody: each way of ending has its own, the
 * same for all of them, and none says who ended it. Whoever was helped may look
 * for the next one.
 */
export function endedMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const names = othersNamed(mentorship, reader, text);
	const isMentor = memberOf(mentorship, reader.personId)?.role === "mentor";
	return {
		text: text.mrkdwn("mentorships:ending.text", { names }),
		blocks: [
			section(text.mrkdwn("mentorships:ending.title", { names })),
			context(mentorshipName(mentorship, reader, text)),
			section(text.mrkdwn(`mentorships:ending.${wayOf(mentorship)}`)),
			...(isMentor
				? [section(text.mrkdwn("mentorships:ending.mentor"))]
				: [
						section(text.mrkdwn("mentorships:ending.mentee")),
						actions(
							button({
								id: "matching:find",
								label: text.plain("mentorships:ending.find"),
								style: "primary",
							}),
						),
					]),
		],
	};
}

const ways = ["unanswered", "left", "gone"] as const;

function wayOf({ endedAs }: Pick<Mentorship, "endedAs">) {
	return ways.find((way) => way === endedAs) ?? "early";
}
