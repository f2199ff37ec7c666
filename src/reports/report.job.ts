import type { ScheduleKind } from "../scheduler/schedule.ts";
import { planDueReports } from "./post.service.ts";

/** A program's report, at the local time that its managers chose. */
export const reportSchedule: ScheduleKind = {
	plan: ({ trx, now, due }) =>
		planDueReports(
			trx,
			due.map(({ subjectId }) => subjectId),
			now,
		),
};
