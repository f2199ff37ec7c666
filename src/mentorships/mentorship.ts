import type {
	EndedAs,
	MentorshipState,
	PausableState,
} from "./mentorship-moves.ts";

/** The states of PRODUCT 4 in which a mentor's seat is taken. */
export const seatStates = [
	"exploring",
	"agreeing",
	"active",
	"paused",
	"closing",
] as const;

export type MemberRole = "mentor" | "mentee" | "peer";

export type Member = {
	personId: string;
	slackUserId: string;
	name: string;
	role: MemberRole;
	/** Since when they want nothing said about it, if they do. */
	stoppedAt: Date | null;
};

export type Rhythm = "weekly" | "every_two_weeks" | "monthly";

export type Mentorship = {
	mentorshipId: string;
	programId: string;
	/** null while the workspace has one program only. */
	programName: string | null;
	kind: string;
	state: MentorshipState;
	/** Since when it is in this state. */
	since: Date;
	/** How often it moved; names what each move owes. */
	changes: number;
	/** All that was to happen up to here by itself has happened. */
	turnedAt: Date;
	exploringUntil: Date | null;
	/** Since the first agreement was signed by all. */
	activeSince: Date | null;
	/** As agreed; null before, and where the program's defaults hold. */
	rhythm: Rhythm | null;
	lengthMinutes: number | null;
	/** Days, "YYYY-MM-DD". */
	halfwayOn: string | null;
	endsOn: string | null;
	pausedFrom: PausableState | null;
	/** null while paused: open-ended. */
	pausedUntil: Date | null;
	/** What the end of a pause brings: `end` where a member is gone. */
	pauseEnds: "resume" | "end" | null;
	/** Who needs the pause; null: not paused, or they are erased. */
	pausedBy: string | null;
	endedAs: EndedAs | null;
	/** How often its members changed. */
	lineup: number;
	/** Since when a group takes no new members; null: it does. */
	closedAt: Date | null;
	/** Those who are in it now; who left a group is not among them. */
	members: Member[];
};

const day = 24 * 60 * 60_000;
const exploringDays = 28;

/** Exploring ends four weeks on, at a date both sides see. */
export function exploringEnd(now: Date): Date {
	return new Date(now.getTime() + exploringDays * day);
}

/** One of them said that something is wrong: nothing more is said about it. */
export function isStopped({ members }: Pick<Mentorship, "members">): boolean {
	return members.some(({ stoppedAt }) => stoppedAt !== null);
}

/** Nothing is said about it now: it is paused, or something is wrong in it. */
export function isQuiet(
	mentorship: Pick<Mentorship, "state" | "members">,
): boolean {
	return mentorship.state === "paused" || isStopped(mentorship);
}

/** Someone's own part in a mentorship. */
export function memberOf(
	{ members }: Pick<Mentorship, "members">,
	personId: string,
): Member | undefined {
	return members.find((member) => member.personId === personId);
}

/** The others in a mentorship, as one of its members names them. */
export function othersOf(
	mentorship: Pick<Mentorship, "members">,
	personId: string,
): Member[] {
	return mentorship.members.filter((member) => member.personId !== personId);
}
