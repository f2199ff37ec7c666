import { type PublicReason, publicCounts } from "./public-reasons.ts";
import type { RuleCounts } from "./rules.ts";

/** What the mentee can do about it. */
export type Change =
	| "suggest_colleague"
	| "other_topic"
	| "other_kind"
	| "more_languages"
	| "other_format"
	| "longer_hours"
	| "waiting_list"
	| "open_mentorships"
	| "ask_program_manager";

type Because = Exclude<PublicReason, "self">;

export type Emptiness = {
	/** "nobody": there is no one else to rank at all. */
	readonly because: Because | "nobody";
	/** People this kept off the list. */
	readonly people: number;
	readonly change: Change;
};

/** Equal counts are named in this order: what is easiest to change first. */
const changes: readonly (readonly [Because, Change])[] = [
	["kind", "other_kind"],
	["format", "other_format"],
	["language", "more_languages"],
	["hours", "longer_hours"],
	["not_available", "waiting_list"],
	["together", "open_mentorships"],
	["seniority", "ask_program_manager"],
	["department", "ask_program_manager"],
	["location", "ask_program_manager"],
	["reporting_line", "ask_program_manager"],
	["guest", "ask_program_manager"],
	["topic", "other_topic"],
];

/**
 * The one or two most useful things to say of an empty list, from the counts
 * of `rank`. People who offer what was asked for come before those who do
 * not: they are the closer miss. Says the same for an exclusion as for a full
 * mentor.
 */
export function whyEmpty(missing: RuleCounts): readonly Emptiness[] {
	const counts = publicCounts(missing);
	const found = changes
		.map(([because, change]) => ({
			because,
			people: counts[because] ?? 0,
			change,
		}))
		.filter(({ people }) => people > 0)
		.toSorted(
			(a, b) =>
				Number(a.because === "topic") - Number(b.because === "topic") ||
				b.people - a.people,
		)
		.slice(0, 2);
	if (found.length > 0) return found;
	return [{ because: "nobody", people: 0, change: "suggest_colleague" }];
}
