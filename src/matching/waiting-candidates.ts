import type { Profile } from "./engine/profile.ts";
import { matchingMoves, type Sought } from "./engine/query.ts";
import { stems } from "./engine/words.ts";

/** The mentors who offer what a search is for, or made such a move. */
export type Candidates = (sought: Sought) => readonly Profile[];

/**
 * The first filter of `rank`, prepared for many searches: looks only at
 * mentors who share a topic or a word. For whoever is found, `rank` decides.
 */
export function candidatesAmong(mentors: readonly Profile[]): Candidates {
	const byTopic = new Map<string, Profile[]>();
	const byWord = new Map<string, Profile[]>();
	for (const mentor of mentors) {
		for (const { topic } of mentor.offered) add(byTopic, topic, mentor);
		const words = new Set(mentor.moves.flatMap((move) => stems(move)));
		for (const word of words) add(byWord, word, mentor);
	}
	return ({ topics, words }) => {
		const [word] = words;
		if (topics.length === 0 && word === undefined) return mentors;
		const moved = byWord.get(word ?? "") ?? [];
		return [
			...new Set([
				...topics.flatMap((topic) => byTopic.get(topic) ?? []),
				...moved.filter(({ moves }) => matchingMoves(moves, words).length > 0),
			]),
		];
	};
}

function add(map: Map<string, Profile[]>, key: string, mentor: Profile): void {
	const known = map.get(key);
	if (known) known.push(mentor);
	else map.set(key, [mentor]);
}
