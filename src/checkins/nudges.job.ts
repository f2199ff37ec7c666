import type { ScheduleKind } from "../scheduler/schedule.ts";
import { planDue } from "./nudges.service.ts";

/** What keeps mentorships going, each looked at when something may be due. */
export const nudgeSchedule: ScheduleKind = {
	plan: ({ trx, now, due }) =>
		planDue(
			trx,
			due.map(({ subjectId }) => subjectId),
			now,
		),
};
