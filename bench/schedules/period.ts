export const scheduleKind = "bench:period";

/** The same time a week later; benchmarks know no clock changes. */
export function nextPeriod(dueAt: Date): Date {
	return new Date(dueAt.getTime() + 7 * 86_400_000);
}

/** The queues of the same on pg-boss: what is due, and what is to be said. */
export const queues = { due: "bench-due", notes: "bench-notes" };
