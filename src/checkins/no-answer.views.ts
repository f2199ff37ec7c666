import { planButton } from "../meetings/meeting-buttons.views.ts";
import { endButton } from "../mentorships/closing-buttons.views.ts";
import {
	type Member,
	type Mentorship,
	othersOf,
} from "../mentorships/mentorship.ts";
import { mentorshipName } from "../mentorships/mentorship-name.views.ts";
import { wrongButton } from "../mentorships/mentorships.views.ts";
import { sinceThen } from "../mentorships/since.views.ts";
import { actions, context, type Message, section } from "../slack/blocks.ts";
import {
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import { sentence } from "../slack/slack.views.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { Asked } from "./no-answer.service.ts";
import type { NoAnswer } from "./no-answer.ts";
import { stillHereButton } from "./nudge-buttons.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** What the asker reads right away. */
export function askedMessage(
	asked: Asked,
	reader: Reader,
	text: Text,
): Message {
	if (asked.is === "not now")
		return sinceMessage("notNow", asked.mentorship, reader, text);
	const { other, closesAt } = asked;
	const name = mention(other.slackUserId);
	const date = dateToken(slackDate(closesAt, "day", reader));
	return sentence(text, `checkins:noAnswer.${asked.is}`, { name, date });
}

/** An old button: why nothing was done, and what has happened since. */
export function sinceMessage(
	why: "notNow" | "over",
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const words = joinMrkdwn(
		[
			text.mrkdwn(`checkins:noAnswer.${why}`),
			sinceThen(mentorship, reader, text),
		],
		" ",
	);
	return { text: words, blocks: [section(words)] };
}

/** The one question to the other; that a silence ends it is said as well. */
export function stillThereMessage(
	mentorship: Mentorship,
	{ closesAt }: Pick<NoAnswer, "closesAt">,
	reader: Reader,
	text: Text,
): Message {
	const { asker, name } = otherOf(mentorship, reader);
	return {
		text: text.mrkdwn("checkins:noAnswer.toPartner.text", { name: asker }),
		blocks: [
			context(mentorshipName(mentorship, reader, text)),
			section(
				text.mrkdwn("checkins:noAnswer.toPartner.words", {
					name,
					date: dateToken(slackDate(closesAt, "day", reader)),
				}),
			),
			actions(
				stillHereButton(mentorship, reader, text),
				endButton(mentorship, reader, text),
				wrongButton(mentorship, reader, text),
			),
			context(text.mrkdwn("checkins:noAnswer.toPartner.hint")),
		],
	};
}

/** To whoever asked: the other is there. */
export function stillHereMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const { asker, name } = otherOf(mentorship, reader);
	return {
		text: text.mrkdwn("checkins:noAnswer.toAsker.text", { name: asker }),
		blocks: [
			context(mentorshipName(mentorship, reader, text)),
			section(text.mrkdwn("checkins:noAnswer.toAsker.words", { name })),
			actions(
				planButton(mentorship, reader, text),
				wrongButton(mentorship, reader, text),
			),
		],
	};
}

/** That it was asked, and until when; no date where somebody was away then. */
export function askedLine(
	other: Member,
	{ closesAt }: Pick<NoAnswer, "closesAt">,
	reader: Reader & { now: Date },
	text: Text,
): Mrkdwn {
	const line = closesAt > reader.now ? "line" : "lineWaits";
	return text.mrkdwn(`checkins:noAnswer.${line}`, {
		name: mention(other.slackUserId),
		date: dateToken(slackDate(closesAt, "day", reader)),
	});
}

function otherOf(mentorship: Mentorship, { personId }: Reader) {
	const [other] = othersOf(mentorship, personId);
	return {
		asker: other?.name ?? "",
		name: mention(other?.slackUserId ?? ""),
	};
}
