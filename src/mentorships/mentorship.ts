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

export type Mentorship = {
	mentorshipId: string;
	/** null while the workspace has one program only. */
	programName: string | null;
	kind: string;
	state: string;
	exploringUntil: Date | null;
	members: Member[];
};

const day = 24 * 60 * 60_000;
const exploringDays = 28;

/** Exploring ends four weeks on, at a date both sides see. */
export function exploringEnd(now: Date): Date {
	return new Date(now.getTime() + exploringDays * day);
}

/** One of them said that something is wrong: nothing more is said about it. */
export function isStopped({ members }: Mentorship): boolean {
	return members.some(({ stoppedAt }) => stoppedAt !== null);
}

/** Someone's own part in a mentorship. */
export function memberOf(
	{ members }: Mentorship,
	personId: string,
): Member | undefined {
	return members.find((member) => member.personId === personId);
}

/** The others in a mentorship, as one of its members names them. */
export function othersOf(mentorship: Mentorship, personId: string): Member[] {
	return mentorship.members.filter((member) => member.personId !== personId);
}
