import type { Message } from "../slack/blocks.ts";
import { section } from "../slack/blocks.ts";
import {
	dateToken,
	escapeText,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";

type Reader = { personId: string; zone: string; locale: string };
/** The name of someone outside Slack, where it was opened. */
type Outside = { outside?: string | null };

/** What has become of a mentorship, in a sentence: what an old button says. */
export function sinceThen(
	mentorship: Mentorship & Outside,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const { state, exploringUntil, since } = mentorship;
	const at = state === "exploring" && exploringUntil ? exploringUntil : since;
	return text.mrkdwn(`mentorships:since.${standingOf(mentorship)}`, {
		names: othersNamed(mentorship, reader, text),
		date: dateToken(slackDate(at, "day", reader)),
	});
}

/** A flash that was had is not looked back on. */
function standingOf({ kind, state }: Pick<Mentorship, "kind" | "state">) {
	return kind === "flash" && state === "closing" ? "had" : state;
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

/** The others by mention; someone outside Slack, or erased, has none. */
export function othersNamed(
	mentorship: Pick<Mentorship, "members"> & { kind?: string } & Outside,
	reader: Pick<Reader, "personId">,
	text: Text,
): Mrkdwn {
	const others = othersOf(mentorship, reader.personId);
	const { kind = "external", outside } = mentorship;
	if (outside) return escapeText(outside);
	if (others.length === 0)
		return text.mrkdwn(
			`mentorships:since.${kind === "external" ? "outside" : "nobody"}`,
		);
	const mentions = others.map(({ slackUserId }) => mention(slackUserId).mrkdwn);
	return { mrkdwn: text.list(mentions) };
}
