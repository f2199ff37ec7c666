/**
 * Somebody more for a group of peers. `proposed`: its members are asked, one
 * after another in any order; `asked`: all of them agree, and so the person is.
 */
export type PeerInvitationState =
	| "proposed"
	| "asked"
	| "accepted"
	| "declined"
	| "expired"
	/** Not all of its members wanted it; nobody else learns of it. */
	| "dropped";

type Party = { personId: string; slackUserId: string; name: string };

export type PeerInvitation = {
	invitationId: string;
	programId: string;
	mentorshipId: string;
	state: PeerInvitationState;
	proposer: Party;
	invited: Party;
	/** The members who have agreed, the proposer among them. */
	agreed: string[];
	/** When the time of whoever has the move is over. */
	closesAt: Date;
};

type MoveRule = {
	by: "member" | "invited" | "clock";
	from: PeerInvitationState;
	to: PeerInvitationState;
};

/** All that can happen to an invitation. */
export const moves = {
	/** The last of its members agreed. */
	ask: { by: "member", from: "proposed", to: "asked" },
	drop: { by: "member", from: "proposed", to: "dropped" },
	/** Their silence reads like a no. */
	lapse: { by: "clock", from: "proposed", to: "dropped" },
	accept: { by: "invited", from: "asked", to: "accepted" },
	decline: { by: "invited", from: "asked", to: "declined" },
	expire: { by: "clock", from: "asked", to: "expired" },
} as const satisfies Record<string, MoveRule>;
export type Move = keyof typeof moves;

/** Whether a move is still to be had: old buttons may come at any time. */
export function canMove(state: PeerInvitationState, move: Move): boolean {
	return moves[move].from === state;
}

export function isOpen(state: PeerInvitationState): boolean {
	return state === "proposed" || state === "asked";
}

/** Those whose word is still missing. */
export function undecided<M extends { personId: string }>(
	{ agreed }: Pick<PeerInvitation, "agreed">,
	members: readonly M[],
): M[] {
	return members.filter(({ personId }) => !agreed.includes(personId));
}
