import { hash32 } from "./hash.ts";
import type { Kind, Profile } from "./profile.ts";
import { matchingMoves, type Sought } from "./query.ts";
import {
	missingEdge,
	type Rule,
	type RuleContext,
	type RuleCounts,
	rules,
} from "./rules.ts";
import { type Score, score } from "./score.ts";
import type { Weights } from "./weights.ts";

export type Query = {
	readonly sought: Sought;
	/** The kinds to look for, the preferred first; usually those wanted. */
	readonly kinds: readonly Kind[];
};

export type RankOptions = RuleContext & {
	readonly weights: Weights;
	/** Decides between equal scores; the same seed, the same order. */
	readonly seed: string;
};

export type Ranked = Score & {
	readonly person: string;
	/**
	 * The kind the score is for: the first possible one. Not the best score,
	 * since each kind weighs differently and scores of two say little.
	 */
	readonly kind: Kind;
	/** All kinds asked for that are possible, in the query's order. */
	readonly kinds: readonly Kind[];
};

export type Ranking = {
	/** Best first. */
	readonly ranked: readonly Ranked[];
	/** Why the others are not listed; for others' eyes: `publicCounts`. */
	readonly missing: RuleCounts;
};

/**
 * Ranks mentors for one mentee: all pairs scored, no shortcut. A search for
 * topics or words lists those who offer one of the topics or made such a move,
 * and counts everyone else under "topic". Equal scores are ordered by a seeded
 * hash, so the order of the input never matters.
 */
export function rank(
	mentee: Profile,
	mentors: readonly Profile[],
	query: Query,
	options: RankOptions,
): Ranking {
	const ranked: Ranked[] = [];
	const missing: Partial<Record<Rule, number>> = {};
	for (const mentor of mentors) {
		const result = place(mentee, mentor, query, options);
		if (typeof result === "string") {
			missing[result] = (missing[result] ?? 0) + 1;
		} else {
			ranked.push(result);
		}
	}
	return { ranked: inOrder(ranked, mentee, options.seed), missing };
}

/** A mentor's place in the list, or the rule that keeps them off it. */
function place(
	mentee: Profile,
	mentor: Profile,
	{ sought, kinds }: Query,
	options: RankOptions,
): Ranked | Rule {
	if (mentee.person === mentor.person) return "self";
	if (!answers(mentor, sought)) return "topic";
	const kept = new Map(
		kinds.map((kind) => [kind, missingEdge({ mentee, mentor, kind }, options)]),
	);
	const possible = kinds.filter((kind) => kept.get(kind) === null);
	const [kind] = possible;
	if (kind === undefined) return lastReached([...kept.values()]);
	return {
		...score({ mentee, mentor, kind }, { ...options, sought }),
		person: mentor.person,
		kind,
		kinds: possible,
	};
}

function answers(mentor: Profile, { topics, words }: Sought): boolean {
	if (topics.length === 0 && words.length === 0) return true;
	return (
		mentor.offered.some(({ topic }) => topics.includes(topic)) ||
		matchingMoves(mentor.moves, words).length > 0
	);
}

/** Of the rules met for several kinds, the one closest to a match. */
function lastReached(kept: readonly (Rule | null)[]): Rule {
	return rules.findLast((rule) => kept.includes(rule)) ?? "kind";
}

function inOrder(ranked: Ranked[], mentee: Profile, seed: string): Ranked[] {
	return ranked
		.map((entry) => ({
			entry,
			draw: hash32(`${seed} ${mentee.person} ${entry.person}`),
		}))
		.sort(
			(a, b) =>
				b.entry.total - a.entry.total ||
				a.draw - b.draw ||
				(a.entry.person < b.entry.person ? -1 : 1),
		)
		.map(({ entry }) => entry);
}
