import { narrowed, type Range } from "./release-range.ts";

/**
 * Which groups cannot stand alone: those under the limit, and as many of the
 * smallest others as it takes until nothing follows for the small ones from the
 * number of all that are put together. null: nothing can stand alone.
 *
 * "The rest: 8" would not do for two small groups, as both would be 4. Whoever
 * knows this rule knows of each small group that it is under the limit, and of
 * each other one that it is not larger than the smallest that stands alone.
 */
export function together(
	sizes: readonly number[],
	limit: number,
): ReadonlySet<number> | null {
	const bySize = sizes
		.map((size, index) => ({ size, index }))
		.sort((a, b) => a.size - b.size || a.index - b.index);
	const small = bySize.filter(({ size }) => size < limit).length;
	for (let count = small; count < sizes.length; count++) {
		const merged = bySize.slice(0, count);
		const next = bySize[count]?.size ?? Number.POSITIVE_INFINITY;
		if (count !== 1 && isHidden(merged, next, limit))
			return new Set(merged.map(({ index }) => index));
	}
	return null;
}

function isHidden(
	merged: readonly { size: number }[],
	next: number,
	limit: number,
) {
	if (merged.length === 0) return true;
	const sum = merged.reduce((total, { size }) => total + size, 0);
	const known = merged.map(({ size }): Range => {
		if (size >= limit) return { low: limit, high: next };
		return { low: Math.min(1, size), high: limit - 1 };
	});
	return (
		sum >= limit &&
		narrowed(known, sum).every(
			({ low, high }, at) =>
				(merged[at]?.size ?? 0) >= limit || (low <= 1 && high === limit - 1),
		)
	);
}
