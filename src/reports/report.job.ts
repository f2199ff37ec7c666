import type { Db } from "../db/database.ts";
import { type Loop, startLoop } from "../delivery/loop.ts";
import type { Deps } from "../deps.ts";
import { errorFacts } from "../log.ts";
import type { ScheduleKind } from "../scheduler/schedule.ts";
import { makeNextDue } from "./due.service.ts";
import { planDueReports } from "./post.service.ts";

/**
 * A program's report, at the local time that its managers chose. The tick only
 * notes that it is due: making it takes longer than a transaction should.
 */
export const reportSchedule: ScheduleKind = {
	plan: ({ trx, now, due }) =>
		planDueReports(
			trx,
			due.map(({ subjectId }) => subjectId),
			now,
		),
};

/** Makes what is due, one report after another. */
export const startReports = (deps: Deps, senderDb: Db): Loop =>
	startLoop(() => makeNextDue(deps, senderDb), {
		idleMs: () => 500,
		onError: (error) =>
			deps.log.error(
				{ loop: "reports", ...errorFacts(error) },
				"a round failed",
			),
	});
