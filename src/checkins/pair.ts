import type { MemberRole } from "../mentorships/mentorship.ts";
import type { MentorshipState } from "../mentorships/mentorship-moves.ts";
import type { Rhythm } from "../time/periods.ts";

/** A conversation of the members, held or still to come. */
export type Talk = {
	readonly at: Date;
	/** `booked`: nobody has said yet whether it was held. */
	readonly was: "met" | "booked";
};

/** A member as far as nudges go. */
export type PairMember = {
	readonly personId: string;
	readonly role: MemberRole;
	/** IANA; a period begins with the local day. */
	readonly zone: string;
	/** Wants every second one only. */
	readonly fewer: boolean;
};

/** What decides who of a mentorship is nudged, when and why. */
export type Pair = {
	readonly mentorshipId: string;
	readonly kind: string;
	readonly state: MentorshipState;
	/** Its periods count from here: it became active, went on, began anew. */
	readonly countedFrom: Date;
	readonly exploringUntil: Date | null;
	readonly rhythm: Rhythm;
	/** Nothing is said about it now: a member is away, or had it stopped. */
	readonly isHeld: boolean;
	/** One member waits to hear whether the other is still there. */
	readonly isWaiting: boolean;
	readonly talks: readonly Talk[];
	readonly members: readonly PairMember[];
};

/**
 * Who is expected to find a time: in a group its mentor, for nobody else can
 * speak for all; otherwise mentees and peers.
 */
export function plansTalks(
	{ kind }: Pick<Pair, "kind">,
	{ role }: Pick<PairMember, "role">,
): boolean {
	return kind === "group" ? role === "mentor" : role !== "mentor";
}
