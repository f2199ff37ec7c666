/**
 * Where an introduction can be. `offered`: a mentor thought of someone unasked;
 * `asked`: a mentor is asked for someone; `named`: that someone is asked.
 */
export const introductionStates = [
	"offered",
	"asked",
	"named",
	"accepted",
	"declined",
	"expired",
	"none",
	"withdrawn",
] as const;
export type IntroductionState = (typeof introductionStates)[number];

/** Not over yet. */
export const openStates = ["offered", "asked", "named"] as const;

type MoveRule = {
	by: "mentee" | "mentor" | "third" | "clock";
	from: readonly IntroductionState[];
	to: IntroductionState;
};

/** All that can happen to an introduction. */
export const moves = {
	takeUp: { by: "mentee", from: ["offered"], to: "named" },
	pass: { by: "mentee", from: ["offered"], to: "withdrawn" },
	name: { by: "mentor", from: ["asked"], to: "named" },
	/** Nobody comes to mind. */
	nobody: { by: "mentor", from: ["asked"], to: "none" },
	accept: { by: "third", from: ["named"], to: "accepted" },
	decline: { by: "third", from: ["named"], to: "declined" },
	withdraw: { by: "mentee", from: ["asked", "named"], to: "withdrawn" },
	/** Whoever had the move let it pass; it reads like their no. */
	expire: { by: "clock", from: openStates, to: "expired" },
} as const satisfies Record<string, MoveRule>;
export type Move = keyof typeof moves;

/** Whether a move is still to be had: old buttons may come at any time. */
export function canMove(state: IntroductionState, move: Move): boolean {
	return isOneOf(moves[move].from, state);
}

export function isOpen(state: IntroductionState): boolean {
	return isOneOf(openStates, state);
}

/** Whose move it is; null when nobody has one. */
export function whoseMove(
	state: IntroductionState,
): "mentee" | "mentor" | "third" | null {
	if (state === "offered") return "mentee";
	if (state === "asked") return "mentor";
	return state === "named" ? "third" : null;
}

function isOneOf(
	states: readonly IntroductionState[],
	state: IntroductionState,
): boolean {
	return states.includes(state);
}
