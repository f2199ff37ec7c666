/** The least number that so much of all (0 to 1) are not above. */
export function quantile(numbers: number[], part: number): number {
	const sorted = numbers.toSorted((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

export function smallestGap(times: number[]): number {
	const sorted = times.toSorted((a, b) => a - b);
	return Math.min(
		...sorted.slice(1).map((time, index) => time - (sorted[index] ?? 0)),
	);
}

/** The most that fall into any stretch of so long, its end not counted. */
export function largestBurst(times: number[], length: number): number {
	const sorted = times.toSorted((a, b) => a - b);
	let first = 0;
	let most = 0;
	for (const [index, time] of sorted.entries()) {
		while (time - (sorted[first] ?? 0) >= length) first += 1;
		most = Math.max(most, index - first + 1);
	}
	return most;
}

/** As a person reads it: "2.4 s", "180 ms". */
export function time(ms: number): string {
	return ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms.toFixed(0)} ms`;
}

export function rate(count: number, ms: number): number {
	return Math.round((count * 1000) / ms);
}

export function ratio(one: number, other: number): string {
	return `x ${(one / other).toFixed(2)}`;
}
