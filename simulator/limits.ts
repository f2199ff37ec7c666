/** Requests allowed per minute, and how many may come at once. */
export type Allowance = { perMinute: number; burst: number };

export type Limits = {
	/** Seconds to wait, or 0 when the call may go; a call that may is counted. */
	spend(key: string, allowance: Allowance): number;
};

/**
 * One message per second and channel. Slack tolerates short bursts without
 * saying how long; three is what an app may count on here.
 */
export const perChannel: Allowance = { perMinute: 60, burst: 3 };
/** All messages of a workspace: "several hundred per minute". */
export const perWorkspace: Allowance = { perMinute: 300, burst: 300 };

/** A bucket per key that fills evenly, which is Slack's sliding minute. */
export function createLimits(now: () => number): Limits {
	const buckets = new Map<string, { left: number; at: number }>();
	return {
		spend(key, { perMinute, burst }) {
			const at = now();
			const bucket = buckets.get(key) ?? { left: burst, at };
			const refilled = ((at - bucket.at) / 60_000) * perMinute;
			const left = Math.min(burst, bucket.left + refilled);
			const wait = Math.ceil(((1 - left) / perMinute) * 60);
			buckets.set(key, { left: left < 1 ? left : left - 1, at });
			return left < 1 ? Math.max(1, wait) : 0;
		},
	};
}

/** For tests that are about something else. */
export const noLimits: Limits = { spend: () => 0 };
