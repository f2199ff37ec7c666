import type { Consequence } from "../programs/consequence.ts";
import type { Profile } from "./engine/profile.ts";
import { missingEdge, type RuleContext } from "./engine/rules.ts";

type People = {
	/** Those who have joined, look for a mentor and have none. */
	looking: readonly Profile[];
	mentors: readonly Profile[];
};

/**
 * How many of those who look have no possible mentor under the rules of
 * today, and under others. What passes by itself or is nobody's business does
 * not count against a pair: full seats, refusals, and above all whom people
 * chose never to be matched with, which no number may hint at.
 */
export function weighRules(
	{ looking, mentors }: People,
	before: RuleContext,
	after: RuleContext,
): Consequence {
	const mentees = looking.map(byRulesAlone);
	const open = mentors
		.filter(({ state }) => state === "open" || state === "silent")
		.map(byRulesAlone);
	const without = (context: RuleContext) =>
		mentees.filter((mentee) => !hasPossible(mentee, open, context)).length;
	return {
		looking: looking.length,
		before: without(before),
		after: without(after),
	};
}

function hasPossible(
	mentee: Profile,
	mentors: readonly Profile[],
	context: RuleContext,
): boolean {
	return mentors.some((mentor) =>
		mentee.kindsWanted.some(
			(kind) => missingEdge({ mentee, mentor, kind }, context) === null,
		),
	);
}

/** Someone with nothing about them that a rule of a program is not about. */
function byRulesAlone(profile: Profile): Profile {
	return {
		...profile,
		state: "open",
		excluded: [],
		ended: [],
		refusals: [],
		partners: [],
		unavailableUntil: null,
		seats: { capacity: 1, taken: 0, openRequests: 0 },
	};
}
