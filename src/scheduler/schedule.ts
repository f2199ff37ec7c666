import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";

/** A schedule whose time has come: of what, and when that was. */
export type Due = { readonly subjectId: string; readonly dueAt: Date };

/** When a subject's time comes next; null: never again. */
export type Next = { readonly subjectId: string; readonly nextAt: Date | null };

export type ScheduleContext = {
	trx: WorkspaceTrx;
	deps: Deps;
	/** The database's clock, by which they are due. */
	now: Date;
	due: Due[];
};

/**
 * What a kind of schedule does with those that are due, up to 1,000 of one
 * workspace at a time: what it owes to whom, and for each one when it is next,
 * later than `dueAt`. All of it is committed together, or none of it.
 *
 * Time may have passed since `dueAt`: after an outage, owe what is still worth
 * saying, once, and go on from `now`.
 */
export type ScheduleKind = {
	plan(context: ScheduleContext): Promise<{
		owed: OwedMessage[];
		next: Next[];
	}>;
};
