import type { Button } from "@slack/types";
import { programLine } from "../programs/program-phrase.ts";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import type { Text } from "../slack/text.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { wrongButton } from "./mentorships.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";
import { askAgainButton } from "./thanks-buttons.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/**
 * The date has come, and it does not go on: the same words for everyone,
 * whether someone said no or nobody said anything. Who was helped may look on.
 */
export function partedMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const what = mentorship.kind === "flash" ? "flash" : "exploring";
	const isMentor = memberOf(mentorship, reader.personId)?.role === "mentor";
	const next = isMentor ? "rest" : "search";
	const buttons = isMentor ? [] : onwards(mentorship, reader, text);
	return {
		text: text.mrkdwn(`mentorships:${what}.parted.text`, {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(
				text.mrkdwn(`mentorships:${what}.parted.title`, {
					names: othersNamed(mentorship, reader, text),
				}),
			),
			...programLine(mentorship.programName, text).map((line) => context(line)),
			section(text.mrkdwn(`mentorships:${what}.parted.kind`)),
			section(text.mrkdwn(`mentorships:exploring.parted.${next}`)),
			actions(...buttons, wrongButton(mentorship, reader, text)),
		],
	};
}

/** Where to find the next one; a conversation that was missed may be had. */
function onwards(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button[] {
	return [
		button({
			id: "matching:find",
			label: text.plain("mentorships:exploring.parted.find"),
		}),
		...(mentorship.kind === "flash"
			? askAgainButton(mentorship, "again", reader, text)
			: []),
	];
}
