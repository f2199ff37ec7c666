import type { Timing } from "../../src/delivery/timing.ts";

/** As `usualTiming`, each span in about the same proportion to the others. */
export const quickTiming: Timing = {
	idleMs: 20,
	atOnce: 16,
	atOncePerWorkspace: 16,
	leaseSeconds: 2.5,
	beginMs: 800,
	httpMs: 1_000,
	gapSeconds: 0.05,
	graceSeconds: 1.5,
	mostAttempts: 6,
};
