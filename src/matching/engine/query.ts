import { stems } from "./words.ts";

/** What a search asks for. */
export type Sought = {
	/** Topic keys, as in `ProfileTopic`. */
	readonly topics: readonly string[];
	/** Stems to look for in the moves people made. */
	readonly words: readonly string[];
};

export const nothingSought: Sought = { topics: [], words: [] };

/** A topic of the program, with the other names people have for it. */
export type NamedTopic = {
	readonly topic: string;
	readonly name: string;
	readonly synonyms: readonly string[];
};

/**
 * Finds the topics a free text means, and the words to look for in moves.
 * Per text only the closest kind of match counts: a topic named exactly, else
 * topics named within the text ("kubernetes on aws"), else topics of which
 * the text is a part ("design" for "System design"). Order as in `topics`.
 */
export function seek(text: string, topics: readonly NamedTopic[]): Sought {
	const words = stems(text);
	if (words.length === 0) return nothingSought;
	const rated = topics.map(({ topic, name, synonyms }) => ({
		topic,
		rate: Math.max(
			...[name, ...synonyms].map((label) => closeness(words, stems(label))),
		),
	}));
	const best = Math.max(0, ...rated.map(({ rate }) => rate));
	return {
		topics: rated
			.filter(({ rate }) => rate > 0 && rate === best)
			.map(({ topic }) => topic),
		words,
	};
}

/** 3 the same words, 2 the label within the text, 1 the text within it. */
function closeness(words: readonly string[], label: readonly string[]): number {
	if (label.length === 0) return 0;
	const labelWithin = label.every((word) => words.includes(word));
	const textWithin = words.every((word) => label.includes(word));
	if (labelWithin && textWithin) return 3;
	return labelWithin ? 2 : textWithin ? 1 : 0;
}

/** The moves that hold all of the words; none when there are no words. */
export function matchingMoves(
	moves: readonly string[],
	words: readonly string[],
): string[] {
	if (words.length === 0) return [];
	return moves.filter((move) => {
		const made = stems(move);
		return words.every((word) => made.includes(word));
	});
}
