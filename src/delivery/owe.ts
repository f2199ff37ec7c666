/** What someone should be told; see DELIVERY in docs/operations.md. */
export type OwedMessage = {
	/** `<slice>:<what>`; the feature that registered it renders it. */
	kind: string;
	to: { personId: string } | { mentorshipId: string };
	/** What it is about: the id of a row its kind knows to read. */
	subjectId: string;
	/** Names the meaning, never an instant: the same key is told once, ever. */
	key: string;
	urgency: "now" | "today" | "this_week";
	/** Hours after which it is better not said at all. */
	staleAfterHours: number;
};

/** A delivery that this process has claimed, and may post. */
export type Claimed = {
	workspaceId: string;
	deliveryId: string;
	personId: string | null;
	mentorshipId: string | null;
	attempts: number;
	/** Every later change of the row carries it: a lost lease changes nothing. */
	leaseToken: string;
};
