import {
	isStopped,
	type Mentorship,
	othersOf,
} from "../mentorships/mentorship.ts";

/** How long the other has to say that they are still there. */
const answerDays = 14;
const leastDays = 7;
/** After an answer, so long it is not asked again. */
const restDays = 28;
const dayMs = 24 * 3_600_000;

export type NoAnswer = {
	noAnswerId: string;
	mentorshipId: string;
	/** Who asked. */
	personId: string;
	askedAt: Date;
	closesAt: Date;
	endedAt: Date | null;
};

export const answerBy = (now: Date): Date =>
	new Date(now.getTime() + answerDays * dayMs);

/** The other of two, in a mentorship that neither ends nor begins by itself. */
export function whoToAsk(mentorship: Mentorship, personId: string) {
	const { state } = mentorship;
	if (state !== "agreeing" && state !== "active") return null;
	const [other, ...more] = othersOf(mentorship, personId);
	return other && more.length === 0 ? other : null;
}

/** Whether the other has answered only lately. */
export function isAnsweredLately(last: NoAnswer, now: Date): boolean {
	const { endedAt } = last;
	return (
		endedAt !== null && now.getTime() - endedAt.getTime() < restDays * dayMs
	);
}

export type Verdict =
	| { is: "end" }
	/** Nobody waits for it any more. */
	| { is: "over"; outcome: "talked" | "over" }
	| { is: "wait"; until: Date };

/** What was known of it when its time came. */
export type Facts = {
	mentorship: Mentorship | undefined;
	/** They met, or booked, since it was asked. */
	hasTalked: boolean;
	/** A member takes no part in the program at present. */
	isAway: boolean;
	/** When the question reached the other; null: it has not. */
	toldAt: Date | null;
	/** It was put a second time, and could not be said then either. */
	isGivenUp: boolean;
};

/** Whoever is told late, after a leave, has a week from then. */
export function closesFor(
	{ closesAt }: Pick<NoAnswer, "closesAt">,
	toldAt: Date,
): Date {
	const week = new Date(toldAt.getTime() + leastDays * dayMs);
	return week > closesAt ? week : closesAt;
}

/**
 * Two weeks without a word end it; not while nobody could have answered. Where
 * something is wrong the question is not put, and it ends on the date that was
 * named all the same: who asked must not learn of the stop from a silence.
 */
export function judgeSilence(
	open: NoAnswer,
	{ mentorship, hasTalked, isAway, toldAt, isGivenUp }: Facts,
	now: Date,
): Verdict {
	if (hasTalked) return { is: "over", outcome: "talked" };
	const over: Verdict = { is: "over", outcome: "over" };
	const later: Verdict = { is: "wait", until: new Date(now.getTime() + dayMs) };
	if (!mentorship) return over;
	const { state } = mentorship;
	if (state === "paused") return later;
	if (state !== "agreeing" && state !== "active") return over;
	if (isAway) return later;
	if (!toldAt && !isStopped(mentorship)) return isGivenUp ? over : later;
	const until = toldAt ? closesFor(open, toldAt) : open.closesAt;
	return now < until ? { is: "wait", until } : { is: "end" };
}
