import type { KnownBlock } from "@slack/types";
import { section } from "../slack/blocks.ts";
import {
	cutMrkdwn,
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	quote,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import { askBlocks } from "./ask.views.ts";
import type { Note } from "./request-note.ts";
import type { RequestRow } from "./requests.queries.ts";
import type { WholeRequest } from "./requests.service.ts";

/** Slack takes 12,000 characters a message; escaped, some grow fivefold. */
const mostOfNote = 800;

/** The ask, and what was last asked back and answered. */
export function requestBlocks(
	{ request, ask, notes }: WholeRequest,
	text: Text,
): KnownBlock[] {
	const { menteeName: mentee, mentorName: mentor, kind } = request;
	return [
		...askBlocks(ask, { mentee, mentor, kind }, text),
		...notes.slice(-2).map((note) => noteBlock(request, note, text)),
	];
}

export function noteBlock(
	{ menteeName, mentorName }: RequestRow,
	{ by, words }: Note,
	text: Text,
): KnownBlock {
	const title = text.mrkdwn(`matching:notes.${by}`, {
		mentee: menteeName,
		mentor: mentorName,
	});
	return section(
		cutMrkdwn(joinMrkdwn([title, quote(words)], "\n"), mostOfNote),
	);
}

/** A day as one of the two reads it; "" for a request that has none. */
export function dayFor(
	request: RequestRow,
	reader: "mentor" | "mentee",
	at: Date | null,
): Mrkdwn {
	if (!at) return joinMrkdwn([], "");
	const { mentorZone, mentorLocale, menteeZone, menteeLocale } = request;
	return dateToken(
		slackDate(
			at,
			"day",
			reader === "mentor"
				? { zone: mentorZone, locale: mentorLocale }
				: { zone: menteeZone, locale: menteeLocale },
		),
	);
}
