/**
 * The candidate that is the fewest edits away (Levenshtein), unless even that
 * one differs in more than a third of its letters and one. Of two as far away,
 * the one that begins alike: few people mistype the first letter.
 */
export function nearest(
	word: string,
	candidates: string[],
): string | undefined {
	const beginning = ({ candidate }: { candidate: string }) =>
		Number(candidate[0] === word[0]);
	const [best] = candidates
		.map((candidate) => ({ candidate, edits: distance(word, candidate) }))
		.filter(({ candidate, edits }) => edits <= 1 + candidate.length / 3)
		.sort((a, b) => a.edits - b.edits || beginning(b) - beginning(a));
	return best?.candidate;
}

function distance(a: string, b: string): number {
	// Nobody types a command of 20 letters; 3,000 must not cost anything.
	if (a.length > 20) return a.length;
	let row = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (const [i, letter] of [...a].entries()) {
		const next = [i + 1];
		for (const [j, other] of [...b].entries()) {
			const swap = (row[j] ?? 0) + (letter === other ? 0 : 1);
			next.push(Math.min(swap, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
		}
		row = next;
	}
	return row.at(-1) ?? 0;
}
