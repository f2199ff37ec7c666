import type { Button } from "@slack/types";
import { dateToken, joinMrkdwn, type Mrkdwn } from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { slackDate } from "../time/dates.ts";
import type { Talk } from "./exploring.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { namedButton } from "./named-button.views.ts";

type Reader = { personId: string; zone: string; locale: string };

/** One's own answer; null: not given yet. */
export type Own = boolean | null;

/** Until when, and whose move it is to suggest the first times. */
export function exploringLine(
	mentorship: Mentorship,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const { exploringUntil } = mentorship;
	if (!exploringUntil) return text.mrkdwn("mentorships:line.open");
	const until = untilLine(mentorship, exploringUntil, reader, text);
	const move = moveOf(mentorship, reader);
	return joinMrkdwn([until, text.mrkdwn(`mentorships:line.${move}`)], " ");
}

/** The same for a page: what comes next by what they have done so far. */
export function exploringNext(
	mentorship: Mentorship,
	{ talk, own }: { talk: Talk; own: Own },
	reader: Reader,
	text: Text,
): Mrkdwn {
	const { exploringUntil } = mentorship;
	if (!exploringUntil || talk === "none")
		return exploringLine(mentorship, reader, text);
	const until = untilLine(mentorship, exploringUntil, reader, text);
	if (talk === "booked" || mentorship.kind === "flash") return until;
	const next = own === null ? "decide" : "decided";
	return joinMrkdwn([until, text.mrkdwn(`mentorships:line.${next}`)], " ");
}

/** The mentee suggests times; of several mentees their mentor does. */
function moveOf(mentorship: Mentorship, { personId }: Reader) {
	const role = memberOf(mentorship, personId)?.role;
	if (role === "peer") return "anyonesMove";
	const isMine = (mentorship.kind === "group") === (role === "mentor");
	return isMine ? "yourMove" : "theirMove";
}

function untilLine(
	{ kind }: Mentorship,
	exploringUntil: Date,
	reader: Reader,
	text: Text,
): Mrkdwn {
	const date = dayFor(exploringUntil, reader);
	return kind === "flash"
		? text.mrkdwn("mentorships:flash.line", { date })
		: text.mrkdwn("mentorships:line.exploring", { date });
}

/** What the date means; a flash has nothing to go on with. */
export function ruleLine(
	{ exploringUntil, kind }: Mentorship,
	reader: Reader,
	text: Text,
): Mrkdwn[] {
	if (!exploringUntil || kind === "flash") return [];
	const date = dayFor(exploringUntil, reader);
	return [text.mrkdwn("mentorships:exploring.rule", { date })];
}

/** What one has said oneself, in private. */
export function ownLine(
	{ exploringUntil }: Mentorship,
	own: Own,
	reader: Reader,
	text: Text,
): Mrkdwn {
	if (own === null || !exploringUntil)
		return text.mrkdwn("mentorships:exploring.own.none");
	const said = own ? "yes" : "no";
	const date = dayFor(exploringUntil, reader);
	return text.mrkdwn(`mentorships:exploring.own.${said}`, { date });
}

/** Both answers, or the one that was not given. */
export function goOnButtons(
	mentorship: Mentorship,
	own: Own,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button[] {
	return [
		...(own === true ? [] : [goOnButton(mentorship, reader, text)]),
		...(own === false ? [] : [notOnButton(mentorship, reader, text)]),
	];
}

function goOnButton(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button {
	return namedButton(
		{ id: "mentorships:goOn", label: "mentorships:exploring.go" },
		mentorship,
		reader,
		text,
	);
}

function notOnButton(
	mentorship: Mentorship,
	reader: Pick<Reader, "personId">,
	text: Text,
): Button {
	return namedButton(
		{
			id: "mentorships:notOn",
			label: "mentorships:exploring.not",
			spoken: "mentorships:exploring.notSpoken",
		},
		mentorship,
		reader,
		text,
	);
}

export function dayFor(at: Date, reader: Reader): Mrkdwn {
	return dateToken(slackDate(at, "day", reader));
}
