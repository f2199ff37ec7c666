import type { Mentorship } from "../mentorships/mentorship.ts";
import { isUnderWay } from "../mentorships/mentorship-moves.ts";

export type MeetingState =
	| "planned"
	| "met"
	| "moved"
	| "not"
	| "cancelled"
	| "unsaid";

/** What a member says of a meeting; nobody else reads it. */
export const meetingAnswers = ["met", "moved", "not"] as const;
export type MeetingAnswer = (typeof meetingAnswers)[number];

export type Meeting = {
	meetingId: string;
	mentorshipId: string;
	state: MeetingState;
	/** Of an exchange in writing: by when. */
	startsAt: Date;
	lengthMinutes: number;
	inWriting: boolean;
	/** How often its time changed, or it was called off. */
	sequence: number;
	/** Who planned, moved or cancelled it last; null: they are gone. */
	setBy: string | null;
	setAt: Date;
	/** While it is `met`. */
	heldAt: Date | null;
};

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Said so much before its time, "we met" means this one. */
const earlyMs = 12 * hourMs;
/** Said so long after a conversation, "we met" means the same one. */
const sameTalkMs = 3 * 24 * hourMs;
/** Until then it is worth asking what became of one. */
const askedForMs = 14 * 24 * hourMs;

export const endOf = ({ startsAt, lengthMinutes }: Meeting): Date =>
	new Date(startsAt.getTime() + lengthMinutes * minuteMs);

/** It is agreed upon and still to come. */
export function isAhead({ state, startsAt }: Meeting, now: Date): boolean {
	return state === "planned" && startsAt > now;
}

/** A calendar has something to add, to change or to take out. */
export function hasFile({ state, inWriting }: Meeting): boolean {
	return !inWriting && (state === "planned" || state === "cancelled");
}

/** Its time has come, or nearly: one can say what became of it. */
export function hasCome({ startsAt }: Meeting, now: Date): boolean {
	return startsAt.getTime() <= now.getTime() + earlyMs;
}

/** Its members agreed on it beforehand; otherwise one of them told of it. */
export function wasPlanned({ setAt, startsAt }: Meeting): boolean {
	return setAt < startsAt;
}

/**
 * It was planned and is over: each of them may say what became of it, whatever
 * another one has said in private.
 */
export function isToSay(meeting: Meeting, now: Date): boolean {
	const isOff = meeting.state === "cancelled";
	return !isOff && wasPlanned(meeting) && endOf(meeting) <= now;
}

/** From when on it is worth asking what became of one. */
export const askedSince = (now: Date): Date =>
	new Date(now.getTime() - askedForMs);

/** Which of some meetings "we met" is about, told at no meeting of its own. */
export function meantByMet(
	meetings: readonly Meeting[],
	now: Date,
): Meeting | undefined {
	const near = meetings.filter(
		(meeting) =>
			meeting.state !== "cancelled" &&
			hasCome(meeting, now) &&
			now.getTime() - (meeting.heldAt ?? meeting.startsAt).getTime() <
				sameTalkMs,
	);
	const latest = near.toSorted(
		(a, b) => b.startsAt.getTime() - a.startsAt.getTime(),
	);
	return latest.find(({ state }) => state === "planned") ?? latest[0];
}

/**
 * What a meeting is by all that its members said of it. One who says that it
 * took place is enough, and where they differ neither finds out.
 */
export function stateBy(
	{ state }: Pick<Meeting, "state">,
	answers: readonly MeetingAnswer[],
): MeetingState {
	if (answers.includes("met")) return "met";
	if (state === "cancelled") return state;
	if (answers.includes("moved")) return "moved";
	return answers.includes("not") ? "not" : state;
}

/** Whether a next conversation can be planned in it. */
export function canPlan({ state, kind }: Mentorship): boolean {
	if (kind === "flash") return state === "exploring";
	return isUnderWay(state) && state !== "paused";
}

/** Whether "we met" can be said in it. */
export function canMeet(mentorship: Mentorship): boolean {
	return canPlan(mentorship) || mentorship.state === "paused";
}

/** Never over an hour; as agreed, or as the program has it. */
export function lengthFor(
	{ kind, lengthMinutes }: Mentorship,
	usual: number,
): number {
	const flash = 30;
	return Math.min(60, kind === "flash" ? flash : (lengthMinutes ?? usual));
}
