import type { Button } from "@slack/types";
import { button } from "../slack/blocks.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { answerOf, type Halfway, isOpenToWrite } from "./halfway.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";

const verbs = {
	write: { id: "mentorships:halfway", spoken: "writeSpoken" },
	read: { id: "mentorships:halfway", spoken: "readSpoken" },
	skip: { id: "mentorships:skipHalfway", spoken: "skipSpoken" },
} as const;

export function halfwayButton(
	verb: keyof typeof verbs,
	mentorship: Mentorship,
	reader: { personId: string },
	text: Text,
): Button {
	const { id, spoken } = verbs[verb];
	const names = namesOf(mentorship, reader, text);
	return button({
		id,
		value: mentorship.mentorshipId,
		label: text.plain(`mentorships:halfway.${verb}`),
		spoken: text.plain(`mentorships:halfway.${spoken}`, { names }),
	});
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
	const show = (verb: keyof typeof verbs) =>
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

/** The others, as plain text names them. */
export function namesOf(
	mentorship: Mentorship,
	{ personId }: { personId: string },
	text: Text,
): string {
	return text.list(othersOf(mentorship, personId).map(({ name }) => name));
}
