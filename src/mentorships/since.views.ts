import type { Message } from "../slack/blocks.ts";
import { section } from "../slack/blocks.ts";
import {
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";

type Reader = { personId: string; zone: string; locale: string };

/** What has become of a mentorship, in a sentence: what an old button says. */
export function sinceThen(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const { state, exploringUntil, since } = mentorship;
	const at = state === "exploring" && exploringUntil ? exploringUntil : since;
	return text.mrkdwn(`mentorships:since.${state}`, {
		names: othersNamed(mentorship, reader, text),
		date: dateToken(slackDate(at, "day", reader)),
	});
}

/** The answer to a tap that comes too late: what has happened since. */
export function beforeMessage(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const words = joinMrkdwn(
		[
			text.mrkdwn("mentorships:since.before"),
			sinceThen(mentorship, reader, text),
		],
		" ",
	);
	return { text: words, blocks: [section(words)] };
}

/** The others by mention; someone outside Slack has none. */
export function othersNamed(
	mentorship: Pick<Mentorship, "members">,
	reader: Pick<Reader, "personId">,
	text: Text,
): Mrkdwn {
	const others = othersOf(mentorship, reader.personId);
	if (others.length === 0) return text.mrkdwn("mentorships:since.outside");
	return joinMrkdwn(
		others.map(({ slackUserId }) => mention(slackUserId)),
		", ",
	);
}
