import type { Member, Mentorship } from "./mentorship.ts";
import { canMove } from "./mentorship-moves.ts";
import { turnDays } from "./turns.ts";

/** What may have helped, one tap each. */
export const helps = [
	"questions",
	"listening",
	"honesty",
	"stories",
	"challenge",
	"people",
	"practice",
	"support",
] as const;
export type Help = (typeof helps)[number];

/** How someone would have it go on. */
export const endings = ["renew", "informal", "finished"] as const;
export type Ending = (typeof endings)[number];

/** Why it ends early, for those who want to say; only ever counted. */
export const endingReasons = [
	"time",
	"changed",
	"reached",
	"fit",
	"other",
] as const;
export type EndingReason = (typeof endingReasons)[number];

const day = 24 * 3_600_000;

/**
 * What becomes of it when each has chosen; null: someone said nothing, which
 * counts as finished. The outcome says no more of anyone's choice than this.
 */
export function combine(chosen: readonly (Ending | null)[]): Ending {
	if (chosen.length === 0) return "finished";
	if (chosen.every((ending) => ending === "renew")) return "renew";
	const isKept = (ending: Ending | null) =>
		ending === "renew" || ending === "informal";
	return chosen.every(isKept) ? "informal" : "finished";
}

/** When it closes by itself, whoever has chosen. */
export function closesBy({ since }: Pick<Mentorship, "since">): Date {
	return new Date(since.getTime() + turnDays.finish * day);
}

/**
 * Whom someone's thank-you is for: the other side, or one's fellow peers;
 * never the fellow mentees of a group. Nobody, where nobody else is in Slack.
 */
export function thankedBy(
	{ members }: Pick<Mentorship, "members">,
	personId: string,
): Member[] {
	const me = members.find((member) => member.personId === personId);
	if (!me) return [];
	return members.filter(
		(member) =>
			member.personId !== personId &&
			(member.role !== me.role || me.role === "peer"),
	);
}

/** There is something to look back on: it is active, or paused from there. */
export function canClose({
	state,
	pausedFrom,
}: Pick<Mentorship, "state" | "pausedFrom">): boolean {
	return canMove(state, "close") && (pausedFrom ?? "active") === "active";
}

/** A flash mentorship is thanked for in one tap instead. */
export function hasLookBack({ kind }: Pick<Mentorship, "kind">): boolean {
	return kind !== "flash";
}

/** A goal that was set in a mentorship, as its look-back shows it. */
export type PastGoal = {
	text: string;
	state: "open" | "reached" | "let_go";
	owner: { personId: string };
};

/**
 * The goals that someone looks back on: their own, and of those they mentor or
 * learn together with what was shared with them.
 */
export function goalsToLookBackOn<G extends PastGoal>(
	{ members }: Pick<Mentorship, "members">,
	personId: string,
	goals: readonly G[],
): G[] {
	const me = members.find((member) => member.personId === personId);
	const reads = me?.role === "mentor" || me?.role === "peer";
	return goals.filter(
		({ owner, state }) =>
			owner.personId === personId || (reads && state !== "let_go"),
	);
}
