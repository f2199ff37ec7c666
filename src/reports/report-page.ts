import type { Posting } from "./posting.ts";
import type { Report } from "./report.ts";
import type { Todo } from "./todo.ts";

/** What `/mentor report` shows a manager, before anybody else sees it. */
export type ReportPage = {
	programId: string;
	program: string;
	/** Where it would be posted; null: nowhere yet. */
	channel: string | null;
	/** What became of the latest one there; null: no channel, or no report. */
	posting: Posting | null;
	/** The latest one, and whether it is of today. */
	latest: { report: Report; isFresh: boolean } | null;
	/** Instead, when there are too few people. */
	todos: Todo[] | null;
};
