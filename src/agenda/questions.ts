import type { Mentorship } from "../mentorships/mentorship.ts";

/** Everything an agenda can ask; each is a field of it. */
export const questions = [
	"why",
	"challenge",
	"plan",
	"curious",
	"homework",
	"question",
	"visibility",
	"doors",
	"giving",
	"hopes",
	"path",
	"together",
	"reached",
	"next",
	"thanks",
] as const;
export type Question = (typeof questions)[number];

/** PRODUCT 6: the five standing questions. */
const standing = ["why", "challenge", "plan", "curious", "homework"] as const;

/** By kind, while it is under way. */
const byKind: Record<string, readonly Question[]> = {
	one_to_one: standing,
	reverse: standing,
	external: standing,
	expertise: ["question", "challenge", "plan", "why", "homework"],
	sponsor: ["doors", "visibility", "plan", "challenge", "homework"],
	peer: ["challenge", "plan", "giving", "curious", "homework"],
	group: ["challenge", "question", "plan", "curious", "homework"],
	flash: ["question"],
};

/** A first conversation is about whether to have more of them. */
const first = ["hopes", "path", "together", "curious"] as const;
const last = ["reached", "why", "next", "thanks"] as const;

/** The questions of a mentorship's next agenda, in their order. */
export function questionsFor({
	kind,
	state,
}: Pick<Mentorship, "kind" | "state">): readonly Question[] {
	if (kind === "flash") return byKind.flash ?? standing;
	if (state === "exploring" || state === "agreeing") return first;
	return state === "closing" ? last : (byKind[kind] ?? standing);
}

export function isQuestion(slot: string): slot is Question {
	return questions.some((question) => question === slot);
}

/** Coaching hints, for whoever is mentoring; `any` suits every kind. */
const hints = {
	first: ["askFirst", "ownPath", "oneGoal"],
	any: ["listen", "why", "silence", "story", "challenge", "theirPlan"],
	expertise: ["think", "listen", "practice", "why", "story"],
	sponsor: ["name", "doors", "challenge", "listen", "credit"],
	reverse: ["asEqual", "story", "listen", "why", "example"],
	peer: ["turns", "listen", "theirPlan", "challenge", "why"],
	group: ["everyVoice", "eachOther", "listen", "story", "challenge"],
	last: ["lookBack", "next", "thanks"],
} as const;
export type Hint = (typeof hints)[keyof typeof hints][number];

/**
 * One hint for a mentor's `count`th agenda (from 0): all that suit the kind and
 * the stage take turns, so that none comes twice before the others came once.
 */
export function hintFor(
	{ kind, state }: Pick<Mentorship, "kind" | "state">,
	count: number,
): Hint {
	const known = hintsFor(kind, state);
	return known[count % known.length] ?? "listen";
}

function hintsFor(kind: string, state: Mentorship["state"]): readonly Hint[] {
	if (state === "exploring" || state === "agreeing") return hints.first;
	if (state === "closing") return hints.last;
	switch (kind) {
		case "expertise":
		case "sponsor":
		case "reverse":
		case "peer":
		case "group":
			return hints[kind];
		default:
			return hints.any;
	}
}

/** Among peers, who leads the next one: they take turns, meeting by meeting. */
export function whoLeads<T>(peers: readonly T[], met: number): T | undefined {
	return peers[met % Math.max(1, peers.length)];
}
