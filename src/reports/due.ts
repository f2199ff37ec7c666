/** A program's report; with a cohort, the summary of that. */
export type DueSubject = { programId: string; cohortId: string | null };

/** A report that is due, as one process has taken it for a while. */
export type DueReport = DueSubject & {
	workspaceId: string;
	/** When it was planned. */
	dueAt: Date;
	/** When it was taken, by the database's clock. */
	now: Date;
	/** This one included. */
	attempts: number;
	/** Whoever has lost it to another process changes nothing. */
	leaseToken: string;
};

/** After that a report has waited too long to be news. */
export const staleAfterHours = 3 * 24;

export const isStale = ({ dueAt, now }: DueReport): boolean =>
	now.getTime() - dueAt.getTime() > staleAfterHours * 3_600_000;

/** After a try that failed: a minute, doubling, at most an hour. */
export const waitSeconds = (attempts: number): number =>
	Math.min(3_600, 60 * 2 ** (attempts - 1));
