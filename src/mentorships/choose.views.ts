import {
	context,
	type Message,
	type Modal,
	modal,
	section,
} from "../slack/blocks.ts";
import { radioInput } from "../slack/inputs.ts";
import { dateToken, joinMrkdwn, quote } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import { closesBy, type Ending, endings, thankedBy } from "./closing.ts";
import type { Mentorship } from "./mentorship.ts";
import { othersNamed } from "./since.views.ts";

type Member = Reader & { personId: string };

/** How it goes on; nobody is told who chose what. */
export function chooseModal(
	mentorship: Mentorship,
	ending: Ending | null,
	reader: Member,
	text: Text,
): Modal {
	return modal({
		id: "mentorships:choose",
		title: text.plain("mentorships:closing.choose.title"),
		submit: text.plain("mentorships:closing.choose.submit"),
		close: text.plain("mentorships:closing.lookBack.later"),
		metadata: { mentorship: mentorship.mentorshipId },
		blocks: [
			section(
				text.mrkdwn("mentorships:closing.choose.intro", {
					names: othersNamed(mentorship, reader, text),
				}),
			),
			radioInput({
				name: "ending",
				label: text.plain("mentorships:closing.choose.label"),
				initial: ending,
				choices: endings.map((value) => ({
					value,
					label: text.plain(`mentorships:closing.ending.${value}`),
					description: text.plain(`mentorships:closing.ending.${value}Means`),
				})),
			}),
			...(mentorship.members.length > 1
				? [context(text.mrkdwn("mentorships:closing.choose.rule"))]
				: []),
		],
	});
}

/** What has come of a choice so far. */
export function chosenMessage(
	{ mentorship, thanks }: { mentorship: Mentorship; thanks: string | null },
	reader: Member,
	text: Text,
): Message {
	const words = text.mrkdwn(
		`mentorships:closing.chosen.${cameTo(mentorship)}`,
		{
			names: othersNamed(mentorship, reader, text),
			date: dateToken(slackDate(closesBy(mentorship), "day", reader)),
		},
	);
	const isToCopy =
		thanks !== null && thankedBy(mentorship, reader.personId).length === 0;
	return {
		text: words,
		blocks: [
			section(words),
			...(isToCopy
				? [
						section(
							joinMrkdwn(
								[text.mrkdwn("mentorships:closing.chosen.copy"), quote(thanks)],
								"\n",
							),
						),
					]
				: []),
		],
	};
}

function cameTo({ state, endedAs }: Mentorship) {
	switch (state) {
		case "closing":
			return "waiting";
		case "agreeing":
			return "renew";
		// With someone outside Slack there is nothing to sign.
		case "active":
			return "renewAlone";
		default:
			return endedAs === "informal" ? "informal" : "finished";
	}
}
