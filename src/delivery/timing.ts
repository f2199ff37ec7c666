/** The sender's times; tests shorten them together. */
export type Timing = {
	/** Between looks at an idle ledger. */
	idleMs: number;
	/** Deliveries one process has in flight, and of one workspace. */
	atOnce: number;
	atOncePerWorkspace: number;
	leaseSeconds: number;
	/** A post must begin within this long after the claim, or is given back. */
	beginMs: number;
	httpMs: number;
	/** Between two messages in one conversation. */
	gapSeconds: number;
	/**
	 * Unknown for so long before it is looked up: longer than a call takes, and
	 * than a network that stalls holds on to one that was given up.
	 */
	graceSeconds: number;
	/** Of those that Slack refuses; with the waits between, some two hours. */
	mostAttempts: number;
};

export const usualTiming: Timing = {
	idleMs: 200,
	atOnce: 32,
	atOncePerWorkspace: 8,
	leaseSeconds: 60,
	beginMs: 20_000,
	httpMs: 10_000,
	gapSeconds: 1.05,
	graceSeconds: 60,
	mostAttempts: 12,
};

/**
 * Throws RangeError for times by which one process could still post what
 * another has taken over.
 */
export function assertSafe(timing: Timing): void {
	const { beginMs, httpMs, leaseSeconds, graceSeconds } = timing;
	if (beginMs + httpMs >= leaseSeconds * 1000)
		throw new RangeError("A lease must outlast the latest begin and a call.");
	if (httpMs >= graceSeconds * 1000)
		throw new RangeError("The grace must be longer than a call takes.");
}

/** Waits between the tries of one delivery, in seconds: doubling, at most an hour. */
export function backoffSeconds(attempts: number): number {
	return Math.min(3_600, 5 * 2 ** Math.max(0, attempts - 1));
}
