import type { KnownBlock } from "@slack/types";

/** Slack takes so many characters over all blocks of a message, and blocks. */
const mostLetters = 11_500;
const mostBlocks = 47;

/** As many of these groups of blocks as fit into a message with `first`. */
export function fitting(
	first: readonly KnownBlock[],
	groups: readonly KnownBlock[][],
): KnownBlock[][] {
	let letters = lettersIn(first);
	let blocks = first.length;
	const kept: KnownBlock[][] = [];
	for (const group of groups) {
		letters += lettersIn(group);
		blocks += group.length;
		if (letters > mostLetters || blocks > mostBlocks) break;
		kept.push(group);
	}
	return kept;
}

/** Slack counts what people read: every `text`, at any depth. */
function lettersIn(part: unknown): number {
	if (typeof part !== "object" || part === null) return 0;
	return Object.entries(part).reduce(
		(sum, [name, value]) =>
			sum +
			(name === "text" && typeof value === "string"
				? value.length
				: lettersIn(value)),
		0,
	);
}
