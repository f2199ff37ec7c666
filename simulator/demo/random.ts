/** A seeded source of choices; the same seed makes the same ones. */
export type Random = {
	/** A whole number from 0 to `below` - 1. */
	below(below: number): number;
	/** True in `percent` of 100 cases. */
	chance(percent: number): boolean;
	/** One of the values; throws RangeError when there is none. */
	pick<T>(values: readonly T[]): T;
	/** Up to `count` different ones, in random order. */
	some<T>(values: readonly T[], count: number): T[];
};

/** Tommy Ettinger's mulberry32: small, fast, good enough for demo data. */
export function seededRandom(seed: number): Random {
	let state = seed | 0;
	const below = (limit: number): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
	};
	const pick = <T>(values: readonly T[]): T => {
		const index = below(values.length);
		if (index >= values.length) throw new RangeError("Nothing to pick from");
		return values[index] as T;
	};
	return {
		below,
		chance: (percent) => below(100) < percent,
		pick,
		some: (values, count) => {
			const left = [...values];
			const chosen = Math.min(count, left.length);
			return Array.from({ length: chosen }, () =>
				left.splice(below(left.length), 1),
			).flat();
		},
	};
}
