import type { Mentorship } from "../mentorships/mentorship.ts";
import type { Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import type { Meeting } from "./meeting.ts";
import { type MeetingReader, momentFor } from "./parts.views.ts";

/** When the next conversation is; through a pause it stands until called off. */
export function nextLine(
	{ startsAt, inWriting }: Meeting,
	{ state }: Mentorship,
	reader: MeetingReader,
	text: Text,
): Mrkdwn {
	const date = momentFor(startsAt, reader);
	if (state === "paused") return text.mrkdwn("meetings:line.paused", { date });
	return inWriting
		? text.mrkdwn("meetings:line.writing", { date })
		: text.mrkdwn("meetings:line.next", { date });
}

/** Nothing is planned; while exploring or agreeing another line says so. */
export function findLine({ state }: Mentorship, text: Text): Mrkdwn[] {
	return state === "active" ? [text.mrkdwn("meetings:line.find")] : [];
}
