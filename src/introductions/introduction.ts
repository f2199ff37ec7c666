import { canMove, type IntroductionState } from "./introduction-moves.ts";

/** One of the people of an introduction. */
export type Party = {
	personId: string;
	slackUserId: string;
	name: string;
};

/** A question to a mentor, and what came of it: at most one person is asked. */
export type Introduction = {
	introductionId: string;
	programId: string;
	/** null while the workspace has one program only. */
	programName: string | null;
	mentorshipId: string;
	state: IntroductionState;
	mentee: Party;
	mentor: Party;
	/** Who is to be met; null until somebody is named. */
	third: Party | null;
	startedAt: Date;
	/** When the third person was asked. */
	namedAt: Date | null;
	closesAt: Date;
	/** Something is wrong in its mentorship: nothing more is said about it. */
	isStopped: boolean;
	/** The mentor has named somebody else since. */
	isFollowed: boolean;
};

export type Role = "mentee" | "mentor" | "third";

export function roleOf(
	{ mentee, mentor, third }: Introduction,
	personId: string,
): Role | null {
	if (mentee.personId === personId) return "mentee";
	if (mentor.personId === personId) return "mentor";
	return third?.personId === personId ? "third" : null;
}

/** Who was asked can't: said or not, it reads the same to the other two. */
export function isNo({ state, namedAt }: Introduction): boolean {
	return namedAt !== null && (state === "declined" || state === "expired");
}

/** The mentor has somebody to name: first, or once more after a no. */
export function mayName(introduction: Introduction): boolean {
	const { state, isFollowed, isStopped } = introduction;
	if (isStopped) return false;
	return canMove(state, "name") || (isNo(introduction) && !isFollowed);
}

/** Why somebody cannot be named, as it may be said. */
export type NotNameable =
	| "yourself"
	| "mentee"
	| "bot"
	| "unknown"
	/** All else, so that an exclusion shows in no way. */
	| "notAvailable";
