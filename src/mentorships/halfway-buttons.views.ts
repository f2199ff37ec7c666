import type { Button } from "@slack/types";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { answerOf, type Halfway, isOpenToWrite } from "./halfway.ts";
import type { Mentorship } from "./mentorship.ts";
import { namedButton } from "./named-button.views.ts";

const ids = {
	write: "mentorships:halfway",
	read: "mentorships:halfway",
	skip: "mentorships:skipHalfway",
} as const;

export function halfwayButton(
	verb: keyof typeof ids,
	mentorship: Mentorship,
	reader: { personId: string },
	text: Text,
): Button {
	return namedButton(
		{
			id: ids[verb],
			label: `mentorships:halfway.${verb}`,
			spoken: `mentorships:halfway.${verb}Spoken`,
		},
		mentorship,
		reader,
		text,
	);
}

/** What someone can do about it on a mentorship's page, and whose move it is. */
export function halfwayPartOf(
	mentorship: Mentorship,
	halfway: Halfway,
	reader: { personId: string },
	text: Text,
): { lines: Mrkdwn[]; buttons: Button[] } | null {
	const own = answerOf(halfway, reader.personId);
	if (!own) return null;
	const show = (verb: keyof typeof ids) =>
		halfwayButton(verb, mentorship, reader, text);
	if (halfway.sharedAt) return { lines: [], buttons: [show("read")] };
	if (!isOpenToWrite(mentorship, halfway)) return null;
	const { words, answeredAt } = own;
	const isMine = answeredAt === null;
	return {
		lines:
			isMine || words
				? [
						text.mrkdwn(
							`mentorships:halfway.line.${isMine ? "ask" : "waiting"}`,
						),
					]
				: [],
		buttons: [show("write"), ...(isMine ? [show("skip")] : [])],
	};
}
