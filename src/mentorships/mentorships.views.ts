import type { Button } from "@slack/types";
import { programLine } from "../programs/program-phrase.ts";
import {
	actions,
	button,
	context,
	type Message,
	section,
} from "../slack/blocks.ts";
import {
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import {
	type Member,
	type Mentorship,
	memberOf,
	othersOf,
} from "./mentorship.ts";

type Reader = { personId: string; zone: string; locale: string };

/** Something is wrong: in every private place that shows a mentorship. */
export function wrongButton(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button {
	const others = othersOf(mentorship, reader.personId);
	return button({
		id: "mentorships:stop",
		value: mentorship.mentorshipId,
		label: text.plain("mentorships:wrong.button"),
		spoken: text.plain("mentorships:wrong.spoken", {
			names: text.list(others.map(({ name }) => name)),
		}),
	});
}

/** A few lines for each side at the start. */
export function briefingMessage(
	role: "mentor" | "mentee",
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Message {
	const [other] = othersOf(mentorship, reader.personId);
	const words = text.mrkdwn(`mentorships:briefing.${role}.text`, {
		name: other?.name ?? "",
	});
	return {
		text: words,
		blocks: [
			section(
				text.mrkdwn(`mentorships:briefing.${role}.title`, {
					name: names(other ? [other] : []),
				}),
			),
			...programLine(mentorship.programName, text).map((line) => context(line)),
			section(text.mrkdwn(`mentorships:briefing.${role}.lines`)),
			context(exploringLine(mentorship, reader, text)),
			actions(wrongButton(mentorship, reader, text)),
		],
	};
}

/** Until when, and whose move it is: the mentee suggests the first times. */
export function exploringLine(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const { exploringUntil } = mentorship;
	if (!exploringUntil) return text.mrkdwn("mentorships:line.open");
	const me = memberOf(mentorship, reader.personId);
	const move = me?.role === "mentor" ? "theirMove" : "yourMove";
	const until = text.mrkdwn("mentorships:line.exploring", {
		date: dateToken(slackDate(exploringUntil, "day", reader)),
	});
	return joinMrkdwn([until, text.mrkdwn(`mentorships:line.${move}`)], " ");
}

export function names(members: Pick<Member, "slackUserId">[]): Mrkdwn {
	return joinMrkdwn(
		members.map(({ slackUserId }) => mention(slackUserId)),
		", ",
	);
}

const kinds = [
	"one_to_one",
	"expertise",
	"sponsor",
	"reverse",
	"peer",
	"group",
	"flash",
	"external",
] as const;

/** A kind there are words for. */
export function knownKind(kind: string) {
	return kinds.find((known) => known === kind) ?? "one_to_one";
}
