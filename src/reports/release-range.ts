/** What is known of a number of people: at least `low`, at most `high`. */
export type Range = { readonly low: number; readonly high: number };

/**
 * Whether no more can be concluded of how many of `size` people say yes than a
 * report may say: nothing at all, or at least `limit` possible numbers in a row,
 * or that there are `limit` people on both sides.
 */
export function isVague({ low, high }: Range, size: number, limit: number) {
	if (low <= 0 && high >= size) return true;
	if (high - low >= limit - 1) return true;
	return low >= limit && size - high >= limit;
}

/** What the sum of all parts tells of each of them. */
export function narrowed(parts: readonly Range[], sum: number): Range[] {
	const low = parts.reduce((total, part) => total + part.low, 0);
	const high = parts.reduce((total, part) => total + part.high, 0);
	return parts.map((part) => ({
		low: Math.max(part.low, sum - (high - part.high)),
		high: Math.min(part.high, sum - (low - part.low)),
	}));
}

/** How many of some people say yes, by one release and by another. */
export type Pair = {
	readonly earlier: Range;
	readonly later: Range;
	/** People only in the earlier, in both, and only in the later. */
	readonly left: number;
	readonly both: number;
	readonly right: number;
};

/**
 * Whether two published numbers together say too much of those who stayed, who
 * left or who came, if nobody has changed their mind in between.
 */
export function tellsTooMuch(pair: Pair, limit: number): boolean {
	const { earlier, later, left, both, right } = pair;
	const stayed = {
		low: Math.max(0, earlier.low - left, later.low - right),
		high: Math.min(both, earlier.high, later.high),
	};
	// People did change their minds: nothing follows.
	if (stayed.low > stayed.high) return false;
	const went = {
		low: Math.max(0, earlier.low - stayed.high),
		high: Math.min(left, earlier.high - stayed.low),
	};
	const came = {
		low: Math.max(0, later.low - stayed.high),
		high: Math.min(right, later.high - stayed.low),
	};
	return !(
		isVague(stayed, both, limit) &&
		isVague(went, left, limit) &&
		isVague(came, right, limit)
	);
}
