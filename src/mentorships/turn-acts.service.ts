import type { OwedMessage } from "../delivery/owe.ts";
import type { Mentorship } from "./mentorship.ts";
import { type Moving, makeMove } from "./move.service.ts";
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

/** A message about a mentorship to some of its members, once in its state. */
export function sayTo(
	members: { personId: string }[],
	{ mentorshipId, changes }: Mentorship,
	what: string,
): OwedMessage[] {
	return members.map(({ personId }) => ({
		kind: `mentorships:${what}`,
		to: { personId },
		subjectId: mentorshipId,
		key: `${what}:${mentorshipId}:${changes}:${personId}`,
		urgency: "today",
		staleAfterHours: 7 * 24,
	}));
}

/** What the calendar does, turn by turn. */
export const turnActs: Record<Turn["does"], TakeTurn> = {
	remindExploring: saying("remind-exploring"),
	part: moving({ move: "part", endedAs: "explored" }),
	remindAgreeing: saying("remind-agreeing"),
	giveUpAgreeing: moving({ move: "end", endedAs: "unanswered" }),
	halfway: saying("halfway"),
	close: moving({ move: "close" }),
	askPaused: saying("ask-paused"),
	resume: moving({ move: "resume" }),
	endPause: moving({ move: "end", endedAs: "gone" }),
	remindClosing: saying("remind-closing"),
	finish: moving({ move: "finish", endedAs: "finished" }),
	hello: saying("hello"),
};
