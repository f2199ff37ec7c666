import type { KnownBlock } from "@slack/types";
import { section } from "../slack/blocks.ts";
import {
	dateToken,
	joinMrkdwn,
	type Mrkdwn,
	mention,
	quote,
} from "../slack/mrkdwn.ts";
import type { Text } from "../slack/text.ts";
import { type Reader, slackDate } from "../time/dates.ts";
import type { AgreementPage } from "./agreement.service.ts";
import { type Agreement, goalsFor, mentorsOf } from "./agreement.ts";
import { type Member, memberOf } from "./mentorship.ts";
import { names } from "./mentorships.views.ts";
import { noonOf } from "./turns.ts";

export type AgreementReader = Reader & { personId: string };

/** All that a version states, to one of the members. */
export function termsBlocks(
	page: AgreementPage,
	agreement: Agreement,
	reader: AgreementReader,
	text: Text,
): KnownBlock[] {
	const { words, inForceAt } = agreement;
	const dates = datesOf(page, inForceAt !== null, reader);
	return [
		...rolesBlocks(page, agreement, text),
		section(goalsText(page, reader, text)),
		section(
			text.mrkdwn("mentorships:agreement.term.meetings", {
				rhythm: text.plain(`mentorships:agreement.rhythm.${words.rhythm}`),
				minutes: words.lengthMinutes,
				format: text.plain(`mentorships:agreement.format.${words.format}`),
			}),
		),
		said(text.mrkdwn("mentorships:agreement.term.reach"), words.reach, text),
		section(
			dates
				? text.mrkdwn("mentorships:agreement.term.durationUntil", {
						count: words.months,
						date: dates.ends,
					})
				: text.mrkdwn("mentorships:agreement.term.duration", {
						count: words.months,
					}),
		),
		section(
			dates
				? text.mrkdwn("mentorships:agreement.term.halfwayOn", {
						date: dates.halfway,
					})
				: text.mrkdwn("mentorships:agreement.term.halfway"),
		),
		section(text.mrkdwn("mentorships:agreement.term.confidence")),
		section(text.mrkdwn("mentorships:agreement.term.candour")),
	];
}

/** What whoever mentors helps with, and what not; peers have no such role. */
function rolesBlocks(
	{ mentorship }: AgreementPage,
	{ words }: Agreement,
	text: Text,
): KnownBlock[] {
	const mentors = mentorsOf(mentorship);
	const count = mentors.length;
	const who = names(mentors);
	if (mentors.length === 0)
		return [
			said(
				text.mrkdwn("mentorships:agreement.term.helpsPeers"),
				words.helps,
				text,
			),
		];
	return [
		said(
			text.mrkdwn("mentorships:agreement.term.helps", { count, names: who }),
			words.helps,
			text,
		),
		said(
			text.mrkdwn("mentorships:agreement.term.helpsNot", { count, names: who }),
			words.helpsNot,
			text,
		),
	];
}

function said(title: Mrkdwn, words: string | null, text: Text) {
	const nothing = text.mrkdwn("mentorships:agreement.term.nothing");
	return section(joinMrkdwn([title, words ? quote(words) : nothing], "\n"));
}

/** The mentees' goals as they are now: they change without new signatures. */
function goalsText(
	{ mentorship, goals }: AgreementPage,
	reader: AgreementReader,
	text: Text,
): Mrkdwn {
	const me = memberOf(mentorship, reader.personId);
	const mine = me ? goalsFor(goals, me) : [];
	const owners = new Set(mine.map(({ owner }) => owner.personId));
	const isApart = isAmongMentees(mentorship.members, me);
	return joinMrkdwn(
		[
			text.mrkdwn("mentorships:agreement.term.goals"),
			...mine.map(({ owner, text: goal }) =>
				owners.size > 1
					? text.mrkdwn("mentorships:agreement.term.goalOf", {
							person: mention(owner.slackUserId),
							goal,
						})
					: text.mrkdwn("mentorships:agreement.term.goal", { goal }),
			),
			...(mine.length === 0
				? [text.mrkdwn("mentorships:agreement.term.goalsNone")]
				: []),
			...(isApart
				? [
						text.mrkdwn("mentorships:agreement.term.goalsOwn", {
							names: names(mentorsOf(mentorship)),
						}),
					]
				: []),
		],
		"\n",
	);
}

function isAmongMentees(members: Member[], me: Member | undefined): boolean {
	const mentees = members.filter(({ role }) => role === "mentee");
	return me?.role === "mentee" && mentees.length > 1;
}

/** Of what is in force; a proposal has none yet. */
function datesOf(
	{ mentorship: { halfwayOn, endsOn } }: AgreementPage,
	isInForce: boolean,
	reader: Reader,
) {
	return isInForce && halfwayOn && endsOn
		? { halfway: dayToken(halfwayOn, reader), ends: dayToken(endsOn, reader) }
		: null;
}

/** At its noon, so that it is the same date wherever it is read. */
export function dayToken(date: string, reader: Reader): Mrkdwn {
	return dateToken(slackDate(noonOf(date), "day", reader));
}
