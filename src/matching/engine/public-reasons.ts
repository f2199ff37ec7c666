import { type Rule, type RuleCounts, rules } from "./rules.ts";

/** Rules that read alike to everyone but the engine. */
const hidden = [
	"left",
	"paused",
	"silent",
	"unavailable",
	"excluded",
	"ended",
	"refused",
	"full",
	"requests",
] as const satisfies readonly Rule[];
type HiddenRule = (typeof hidden)[number];

export type PublicReason = Exclude<Rule, HiddenRule> | "not_available";

/**
 * What may be said of a missing pair. An exclusion, an earlier decline and an
 * earlier ending read like a mentor without a free seat: "not available right
 * now". So does a pause, else "full" said to one and "paused" to another
 * would give the difference away.
 */
export function publicReason(rule: Rule): PublicReason {
	return isHidden(rule) ? "not_available" : rule;
}

function isHidden(rule: Rule): rule is HiddenRule {
	return hidden.some((name) => name === rule);
}

/** Counts of missing pairs as they may leave the engine. */
export type PublicCounts = Readonly<Partial<Record<PublicReason, number>>>;

/** Adds up counts by what may be said of them. */
export function publicCounts(missing: RuleCounts): PublicCounts {
	const counts: Partial<Record<PublicReason, number>> = {};
	for (const rule of rules) {
		const count = missing[rule] ?? 0;
		const reason = publicReason(rule);
		if (count > 0) counts[reason] = (counts[reason] ?? 0) + count;
	}
	return counts;
}
