export type Urgency = "now" | "today" | "this_week";

/** What someone should be told. */
export type OwedMessage = {
	/** `<slice>:<what>`; the feature that registered it renders it. */
	kind: string;
	/** A group or a channel is only ever written to at once. */
	to:
		| { personId: string }
		| { mentorshipId: string }
		| { conversationId: string }
		| { programId: string };
	/** What it is about: the id of a row its kind knows to read. */
	subjectId: string;
	/** Names the meaning, never an instant: the same key is told once, ever. */
	key: string;
	/**
	 * `now`: the consequence of somebody's act, at once and by itself; `today`
	 * and `this_week`: in the receiver's working hours, several as one message.
	 */
	urgency: Urgency;
	/** Hours after which it is better not said at all. */
	staleAfterHours: number;
};

/**
 * Where a delivery goes, exactly one of them: a person's DM, the group DM of a
 * mentorship, a group DM of some people who are none, or the channel that a
 * program's managers chose for its reports.
 */
export type Destination = {
	personId: string | null;
	mentorshipId: string | null;
	conversationId?: string | null;
	programId?: string | null;
};

/** A delivery that this process holds a lease on. */
export type Claimed = Destination & {
	workspaceId: string;
	deliveryId: string;
	attempts: number;
	/** When it was claimed, by the database's clock. */
	claimedAt: Date;
	/** Every later change of the row carries it: a lost lease changes nothing. */
	leaseToken: string;
};

export const rankOf: Record<Urgency, number> = {
	now: 0,
	today: 1,
	this_week: 2,
};

/** Messages to one conversation share a gate, and so keep their distance. */
export function gateKeyOf(to: Destination): string {
	const { personId, mentorshipId, conversationId, programId } = to;
	if (personId) return `person:${personId}`;
	if (programId) return `program:${programId}`;
	return conversationId
		? `conversation:${conversationId}`
		: `mentorship:${mentorshipId}`;
}
