import type { Button } from "@slack/types";
import { programLine } from "../programs/program-phrase.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import { dateToken, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { hearingMenu } from "./hearing-menu.views.ts";
import type { Mentorship } from "./mentorship.ts";
import { wrongButton } from "./mentorships.views.ts";
import { namedButton } from "./named-button.views.ts";
import { namesOf } from "./names.views.ts";
import { othersNamed } from "./since.views.ts";
import { turnsOf } from "./turns.ts";

type Reader = { personId: string; zone: string; locale: string };

/** The one conversation was had, which meetings keep. */
export function metButton(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button {
	return namedButton(
		{ id: "meetings:met", label: "mentorships:flash.met" },
		mentorship,
		reader,
		text,
	);
}

/** The date is near, and nobody has said that they met. */
export function flashRemindMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const { exploringUntil, since } = mentorship;
	return {
		text: text.mrkdwn("mentorships:flash.remind.text", {
			names: namesOf(mentorship, reader, text),
		}),
		blocks: [
			section(
				text.mrkdwn("mentorships:flash.remind.title", {
					names: othersNamed(mentorship, reader, text),
					date: dateToken(slackDate(exploringUntil ?? since, "day", reader)),
				}),
			),
			...programLine(mentorship.programName, text).map((line) => context(line)),
			section(text.mrkdwn("mentorships:flash.remind.next")),
			actions(
				metButton(mentorship, reader, text),
				wrongButton(mentorship, reader, text),
				hearingMenu(mentorship, reader, text),
			),
		],
	};
}

/** That they have met, and until when there is time for a thank-you. */
export function closingLine(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const date = closesOn(mentorship, reader);
	return text.mrkdwn("mentorships:flash.closing", { date });
}

/** By itself, when nobody says anything. */
export function closesOn(mentorship: Mentorship, reader: Reader): Mrkdwn {
	return dateToken(
		slackDate(
			turnsOf(mentorship).at(-1)?.at ?? mentorship.since,
			"day",
			reader,
		),
	);
}
