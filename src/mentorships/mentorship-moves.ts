import type { Urgency } from "../delivery/owe.ts";

/** PRODUCT 4, in the order in which they come. */
export const mentorshipStates = [
	"proposed",
	"exploring",
	"agreeing",
	"active",
	"paused",
	"closing",
	"completed",
	"ended",
] as const;
export type MentorshipState = (typeof mentorshipStates)[number];

/** From these it can be paused, and to these it comes back. */
export const pausableStates = ["exploring", "agreeing", "active"] as const;
export type PausableState = (typeof pausableStates)[number];

/** How it ended: `explored` whether someone said no or nobody said anything. */
export type EndedAs =
	| "finished"
	| "informal"
	| "explored"
	| "early"
	| "left"
	| "gone"
	| "unanswered";

/** Somebody ended it, and no date that all in it could know. */
export const isByTap = (endedAs: EndedAs | null): boolean =>
	endedAs === "early" || endedAs === "left";

/** A message that a move owes; its kind is `mentorships:<what>`. */
export type Owes = {
	what:
		| "agree"
		| "begun"
		| "parted"
		| "paused"
		| "resumed"
		| "thank"
		| "look-back"
		| "completed"
		| "ended";
	/** `others`: all members but the one who moved it. */
	to: "members" | "others";
	urgency: Urgency;
	staleAfterHours: number;
};

/** `clock`: by itself, when a date has come. */
type Mover = "mentor" | "mentee" | "peer" | "clock";

type MoveRule = {
	by: readonly Mover[];
	from: readonly MentorshipState[];
	/** `before`: the state it was paused from. */
	to: MentorshipState | "before";
	owes: readonly Owes[];
};

const anyMember = ["mentor", "mentee", "peer"] as const;
const underWay = [
	"exploring",
	"agreeing",
	"active",
	"paused",
	"closing",
] as const;
const week = 7 * 24;

/** An answer to what somebody just did goes at once; the rest can wait. */
const atOnce = { urgency: "now", staleAfterHours: week } as const;
const inHours = { urgency: "today", staleAfterHours: 2 * week } as const;

/** All that can happen to a mentorship, who may do it, and whom it tells. */
export const moves = {
	/** Both sides of a published match said yes. */
	accept: {
		by: [...anyMember],
		from: ["proposed"],
		to: "exploring",
		owes: [],
	},
	turnDown: {
		by: [...anyMember, "clock"],
		from: ["proposed"],
		to: "ended",
		owes: [],
	},
	/** All of them have said, in private, that they want to go on. */
	goOn: {
		by: [...anyMember, "clock"],
		from: ["exploring"],
		to: "agreeing",
		owes: [{ what: "agree", to: "members", ...atOnce }],
	},
	/** The date came, and not all had said so. */
	part: {
		by: ["clock"],
		from: ["exploring"],
		to: "ended",
		owes: [{ what: "parted", to: "members", ...inHours }],
	},
	/** A flash mentorship is its one conversation. */
	met: {
		by: [...anyMember],
		from: ["exploring"],
		to: "closing",
		owes: [{ what: "thank", to: "members", ...atOnce }],
	},
	/** The last signature under the agreement. */
	sign: {
		by: [...anyMember],
		from: ["agreeing"],
		to: "active",
		owes: [{ what: "begun", to: "members", ...atOnce }],
	},
	pause: {
		by: [...anyMember, "clock"],
		from: pausableStates,
		to: "paused",
		owes: [{ what: "paused", to: "others", ...atOnce }],
	},
	resume: {
		by: [...anyMember, "clock"],
		from: ["paused"],
		to: "before",
		owes: [{ what: "resumed", to: "others", ...inHours }],
	},
	/** At its end date, when all goals are reached, or because one asked. */
	close: {
		by: [...anyMember, "clock"],
		from: ["active", "paused"],
		to: "closing",
		owes: [{ what: "look-back", to: "members", ...inHours }],
	},
	/** All chose new goals. */
	renew: {
		by: [...anyMember, "clock"],
		from: ["closing"],
		to: "agreeing",
		owes: [{ what: "agree", to: "members", ...inHours }],
	},
	/** All have chosen, or the time to choose is over. */
	finish: {
		by: [...anyMember, "clock"],
		from: ["closing"],
		to: "completed",
		owes: [{ what: "completed", to: "members", ...inHours }],
	},
	/** Needs no reason. */
	end: {
		by: [...anyMember, "clock"],
		from: underWay,
		to: "ended",
		owes: [{ what: "ended", to: "others", ...inHours }],
	},
} as const satisfies Record<string, MoveRule>;
export type Move = keyof typeof moves;

/** Whether a move is still to be had: old buttons may come at any time. */
export function canMove(state: MentorshipState, move: Move): boolean {
	return isOneOf(moves[move].from, state);
}

/** It has begun, and is not over: a mentor's seat is taken. */
export function isUnderWay(state: MentorshipState): boolean {
	return isOneOf(underWay, state);
}

export function isOver(state: MentorshipState): boolean {
	return state === "completed" || state === "ended";
}

function isOneOf(
	states: readonly MentorshipState[],
	state: MentorshipState,
): boolean {
	return states.includes(state);
}
