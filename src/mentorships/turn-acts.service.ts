import type { OwedMessage } from "../delivery/owe.ts";
import { reachDate } from "./exploring.service.ts";
import { askHalfway } from "./halfway.service.ts";
import type { Mentorship } from "./mentorship.ts";
import { type Moving, makeMove } from "./move.service.ts";
import { giveUpPause, reachPauseEnd } from "./pause.service.ts";
import { waitingMembers } from "./pause.ts";
import { settle } from "./settle.service.ts";
import type { TakeTurn } from "./turn.service.ts";
import type { Turn } from "./turns.ts";

/** A turn that moves it. */
export const moving =
	(rule: Pick<Moving, "move" | "endedAs">): TakeTurn =>
	({ trx, mentorship, now }) =>
		makeMove(trx, mentorship, { ...rule, now, by: null });

/** A turn that only has something to say to each member. */
export const saying =
	(what: string): TakeTurn =>
	async ({ mentorship }) => ({
		mentorship,
		owed: sayTo(mentorship.members, mentorship, what),
	});

/**
 * A message about a mentorship to some of its members, once in its state; anew
 * when somebody has come in, with whom exploring begins again.
 */
export function sayTo(
	members: { personId: string }[],
	{ mentorshipId, changes, lineup }: Mentorship,
	what: string,
): OwedMessage[] {
	return members.map(({ personId }) => ({
		kind: `mentorships:${what}`,
		to: { personId },
		subjectId: mentorshipId,
		key: `${what}:${mentorshipId}:${changes}.${lineup}:${personId}`,
		urgency: "today",
		staleAfterHours: 7 * 24,
	}));
}

/** What the calendar does, turn by turn. */
export const turnActs: Record<Turn["does"], TakeTurn> = {
	remindExploring: saying("remind-exploring"),
	part: reachDate,
	remindAgreeing: saying("remind-agreeing"),
	giveUpAgreeing: moving({ move: "end", endedAs: "unanswered" }),
	halfway: askHalfway,
	close: moving({ move: "close" }),
	/** Those who wait are asked once what they would like. */
	askPaused: async ({ mentorship }) => ({
		mentorship,
		owed: sayTo(waitingMembers(mentorship), mentorship, "ask-paused"),
	}),
	resume: reachPauseEnd,
	endPause: giveUpPause,
	/** Also who has chosen: two who talk must not find out who has. */
	remindClosing: saying("remind-closing"),
	finish: ({ trx, mentorship, now }) =>
		settle(trx, mentorship, { now, by: null }),
	hello: saying("hello"),
};
