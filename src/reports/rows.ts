import type { Role } from "../enrollment/enrollment.ts";
import type { EndingReason, Help } from "../mentorships/closing.ts";
import type { MentorshipState } from "../mentorships/mentorship-moves.ts";
import type { Rhythm } from "../time/periods.ts";

/** A program as numbers are made of it: plain rows, and nobody's words. */
export type ProgramRows = {
	readonly people: readonly PersonRow[];
	/** Under way, or over for less than the window. */
	readonly mentorships: readonly MentorshipRow[];
	readonly requests: readonly RequestRow[];
	readonly matches: readonly MatchRow[];
	readonly goals: readonly GoalRow[];
	readonly useful: readonly UsefulRow[];
	/** Mentees who were introduced to somebody within the window. */
	readonly introduced: readonly string[];
	/** Written within the window. */
	readonly lookBacks: readonly LookBackRow[];
	readonly closings: readonly ClosingRow[];
	readonly reasons: readonly ReasonRow[];
	/** On the waiting list. */
	readonly waiting: readonly string[];
	readonly topics: readonly TopicRow[];
	/** The ids of the program's topic list, in its order. */
	readonly listed: readonly string[];
};

/** Someone who is enrolled. */
export type PersonRow = {
	readonly personId: string;
	readonly department: string | null;
	readonly role: Role;
	readonly state: "open" | "paused";
	readonly capacity: number;
	/** As a mentor: asked for nothing at present. */
	readonly isAway: boolean;
};

export type MentorshipRow = {
	readonly mentorshipId: string;
	readonly state: MentorshipState;
	readonly rhythm: Rhythm;
	/** From when its periods count; see `healthOf`. */
	readonly countedFrom: Date;
	/** Conversations of late, held or booked. */
	readonly talks: readonly Date[];
	/** Within the window: meetings whose time has come, and those held. */
	readonly due: number;
	readonly held: number;
	/** Its members signed an agreement that is in force. */
	readonly isAgreed: boolean;
	readonly members: readonly MemberRow[];
};
export type MemberRow = {
	readonly personId: string;
	readonly role: "mentor" | "mentee" | "peer";
};

/** Asked within the window. */
export type RequestRow = {
	readonly menteeId: string;
	readonly mentorId: string;
	readonly state: string;
	readonly askedAt: Date;
	/** null: the mentor has not said anything. */
	readonly repliedAt: Date | null;
};

/** Someone whose ask led to a mentorship within the window. */
export type MatchRow = {
	readonly personId: string;
	readonly askedAt: Date;
	readonly matchedAt: Date;
};

/** Someone who had a goal within the window. */
export type GoalRow = {
	readonly personId: string;
	/** Reached one of them within it. */
	readonly hasReached: boolean;
};

/** What someone said of their meetings within the window, on average. */
export type UsefulRow = { readonly personId: string; readonly mean: number };

/** Someone who looked back on a mentorship, and what they said had helped. */
export type LookBackRow = {
	readonly personId: string;
	readonly mentorshipId: string;
	readonly helped: readonly Help[];
};

/** Someone whose mentorship closed, and how it goes on. */
export type ClosingRow = {
	readonly personId: string;
	readonly mentorshipId: string;
	readonly outcome: "finished" | "informal" | "renewed";
	readonly closedAt: Date;
};

/** How often a reason for ending early was given in a month, "2026-03". */
export type ReasonRow = {
	readonly month: string;
	readonly reason: EndingReason;
	readonly times: number;
};

/** A listed topic that somebody who waits wants, or a mentor offers. */
export type TopicRow = {
	readonly topicId: string;
	readonly personId: string;
	readonly side: "offered" | "wanted";
};

/** What happened counts for so many days. */
export const windowDays = 90;

export const windowStart = (now: Date): Date =>
	new Date(now.getTime() - windowDays * 24 * 3_600_000);
