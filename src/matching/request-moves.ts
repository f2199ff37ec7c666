/**
 * Where a request can be. Of a ranked list one is asked at a time, `open` or
 * `asked_back`; those after it are `queued`, and `unasked` when the list ended
 * before their turn.
 */
export const requestStates = [
	"queued",
	"open",
	"asked_back",
	"accepted",
	"declined",
	"expired",
	"withdrawn",
	"unasked",
] as const;
export type RequestState = (typeof requestStates)[number];

/** Before the mentor: with them, or back with the mentee for an answer. */
export const askedStates = ["open", "asked_back"] as const;

/** Not over yet. */
export const liveStates = ["queued", ...askedStates] as const;

/** A no. Both count and read the same to the mentee. */
export const noStates = ["declined", "expired"] as const;

/** Who moves: one of the two, their reply window, or the list they are in. */
export type Mover = "mentor" | "mentee" | "clock" | "list";

type MoveRule = {
	by: Mover;
	from: readonly RequestState[];
	to: RequestState;
	/** For the queued ones of its list: the next is asked, or none will be. */
	list: "goes on" | "asks next" | "ends";
};

/** All that can happen to a request. */
export const moves = {
	accept: { by: "mentor", from: askedStates, to: "accepted", list: "ends" },
	decline: {
		by: "mentor",
		from: askedStates,
		to: "declined",
		list: "asks next",
	},
	/** Tell me more: the mentor's clock stops until there is an answer. */
	askBack: { by: "mentor", from: ["open"], to: "asked_back", list: "goes on" },
	reply: { by: "mentee", from: ["asked_back"], to: "open", list: "goes on" },
	/** This one alone. */
	withdraw: {
		by: "mentee",
		from: liveStates,
		to: "withdrawn",
		list: "asks next",
	},
	withdrawList: {
		by: "mentee",
		from: liveStates,
		to: "withdrawn",
		list: "ends",
	},
	/** The mentor's window has passed. */
	expire: { by: "clock", from: ["open"], to: "expired", list: "asks next" },
	/** The mentee's has: nobody else is asked for someone who is not there. */
	lapse: { by: "clock", from: ["asked_back"], to: "withdrawn", list: "ends" },
	/** Its turn has come. */
	ask: { by: "list", from: ["queued"], to: "open", list: "goes on" },
	/** Its turn will not come, or came when they could not be asked. */
	skip: { by: "list", from: ["queued"], to: "unasked", list: "goes on" },
} as const satisfies Record<string, MoveRule>;
export type Move = keyof typeof moves;

/** Whether a move is still to be had: old buttons may come at any time. */
export function canMove(state: RequestState, move: Move): boolean {
	return isOneOf(moves[move].from, state);
}

/** Whether the mentor has it before them. */
export function isAsked(state: RequestState): boolean {
	return isOneOf(askedStates, state);
}

/** Whose move it is; null when nobody has one. */
export function whoseMove(state: RequestState): "mentor" | "mentee" | null {
	if (state === "open") return "mentor";
	return state === "asked_back" ? "mentee" : null;
}

function isOneOf(
	states: readonly RequestState[],
	state: RequestState,
): boolean {
	return states.includes(state);
}
