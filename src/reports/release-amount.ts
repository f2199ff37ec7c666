import type { Amount, Level, Limit, Unit } from "./candidate.ts";
import type { Range } from "./release-range.ts";

export const hidden = { is: "hidden" } as const;

export function sizeAmount(size: number, limit: Limit): Amount {
	return size < limit ? { is: "under", limit } : { is: "number", value: size };
}

/**
 * How many of `size` say yes. Few of them on either side are a band, and nobody
 * at all is no different from few. In a group that is smaller than two such
 * bands, the band would leave next to no choice.
 */
export function yesAmount(yes: number, size: number, limit: Limit): Amount {
	if (size < 2 * limit) return hidden;
	if (yes < limit) return { is: "under", limit };
	if (size - yes < limit) return { is: "nearlyAll", limit };
	return { is: "number", value: yes };
}

/** What everybody may conclude from an amount of `size` people. */
export function rangeOf(amount: Amount, size: number): Range {
	switch (amount.is) {
		case "number":
			return { low: amount.value, high: amount.value };
		case "under":
			return { low: 0, high: Math.min(size, amount.limit - 1) };
		case "nearlyAll":
			return { low: Math.max(0, size - amount.limit + 1), high: size };
		case "hidden":
			return { low: 0, high: size };
	}
}

export function meanLevel(values: readonly number[], limit: Limit): Level {
	if (values.length < limit) return hidden;
	const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
	const fromEnd = Math.min(mean - 1, 5 - mean) * values.length;
	if (!areAlike(values, limit) && fromEnd >= limit)
		return { is: "number", value: Math.round(mean * 10) / 10 };
	const low = Math.min(4, Math.floor(mean));
	return { is: "between", low, high: low + 1 };
}

const bands = {
	days: [0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 180, 365],
	hours: [0, 1, 2, 4, 8, 16, 24, 48, 72, 120, 168, 336, 720],
} satisfies Record<Unit, number[]>;

/** A median is somebody's own value: of few people it is a band, too. */
export function medianLevel(
	values: readonly number[],
	unit: Unit,
	limit: Limit,
): Level {
	if (values.length < limit) return hidden;
	const median = medianOf(values);
	if (values.length >= 2 * limit && !areAlike(values, limit))
		return { is: "number", value: Math.round(median) };
	const at = bands[unit].findLastIndex((start) => start <= median);
	const low = bands[unit][at] ?? 0;
	const high = bands[unit][at + 1];
	return high === undefined
		? { is: "from", low }
		: { is: "between", low, high };
}

function medianOf(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
	const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
	return (upper + lower) / 2;
}

/** Fewer than the limit differ from what most often was said. */
function areAlike(values: readonly number[], limit: Limit): boolean {
	const often = new Map<number, number>();
	for (const value of values) often.set(value, (often.get(value) ?? 0) + 1);
	return values.length - Math.max(...often.values()) < limit;
}
