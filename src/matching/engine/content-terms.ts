/** What the mentorship would be about: topics, moves and goals. */

import type { Kind, ProfileTopic } from "./profile.ts";
import { matchingMoves } from "./query.ts";
import {
	type Judged,
	known,
	type Term,
	type TopicMatch,
	unknown,
} from "./term.ts";

/** Quarters of a topic's worth, by levels of the offer above the wish. */
function topicQuarters(kind: Kind, above: number): number {
	if (above < 0) return 0;
	// Peers learn from each other at the same level already.
	if (kind === "peer") return 4;
	if (kind === "expertise") return [1, 3, 4][above] ?? 4;
	return above === 0 ? 2 : 4;
}

type Coverage = {
	readonly share: readonly [part: number, whole: number];
	readonly matches: readonly TopicMatch[];
};

/**
 * How well `offered` covers `wanted`. The best single topic counts twice as
 * much as the average of all: one mentor need not have everything.
 */
function coverage(
	wanted: readonly ProfileTopic[],
	offered: readonly ProfileTopic[],
	kind: Kind,
): Coverage {
	const found = wanted.flatMap((wish) => {
		const offer = offered.find(({ topic }) => topic === wish.topic);
		if (!offer) return [];
		return [{ offer, quarters: topicQuarters(kind, offer.level - wish.level) }];
	});
	found.sort((a, b) => b.quarters - a.quarters);
	const best = found[0]?.quarters ?? 0;
	const sum = found.reduce((total, { quarters }) => total + quarters, 0);
	return {
		share: [2 * best * wanted.length + sum, 12 * wanted.length],
		matches: found
			.filter(({ quarters }) => quarters > 0)
			.map(({ offer }) => offer),
	};
}

/** What the mentee looks for: the query's topics, else all they want. */
function wishes({ mentee, sought }: Judged): readonly ProfileTopic[] {
	if (sought.topics.length === 0) return mentee.wanted;
	return sought.topics.map(
		(topic) =>
			mentee.wanted.find((wish) => wish.topic === topic) ?? {
				topic,
				level: 1,
				own: false,
			},
	);
}

/** Wanted topics that are offered at a higher level; both ways for peers. */
export function topicTerm(pair: Judged, max: number): Term {
	const { mentee, mentor, kind } = pair;
	const wanted = wishes(pair);
	if (wanted.length === 0) return unknown("topic", max);
	const there = coverage(wanted, mentor.offered, kind);
	if (kind !== "peer" || mentor.wanted.length === 0) {
		return known("topic", max, there.share, { matches: there.matches });
	}
	const back = coverage(mentor.wanted, mentee.offered, kind);
	const [part, whole] = there.share;
	const [partBack, wholeBack] = back.share;
	return known(
		"topic",
		max,
		[part * wholeBack + partBack * whole, 2 * whole * wholeBack],
		{ matches: there.matches },
	);
}

/** A move the mentor made, when the query has words to look for. */
export function moveTerm({ mentor, sought }: Judged, max: number): Term {
	if (sought.words.length === 0) return unknown("move", max);
	const moves = matchingMoves(mentor.moves, sought.words);
	return known("move", max, [moves.length > 0 ? 1 : 0, 1], { moves });
}

/**
 * Topics of the mentee's goals that the mentor offers; among peers also those
 * of the other's goals. The facts hold the offered ones alone: what another's
 * goals are about is private.
 */
export function goalTerm({ mentee, mentor, kind }: Judged, max: number): Term {
	if (mentee.goals.length === 0) return unknown("goal", max);
	const offered = mentor.offered.filter(({ topic }) =>
		mentee.goals.includes(topic),
	);
	const shared = mentee.goals.filter(
		(goal) =>
			offered.some(({ topic }) => topic === goal) ||
			(kind === "peer" && mentor.goals.includes(goal)),
	);
	return known("goal", max, [shared.length, mentee.goals.length], {
		topics: offered.filter(({ own }) => !own).map(({ topic }) => topic),
	});
}
