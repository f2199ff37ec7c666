import type { ScheduleKind } from "../scheduler/schedule.ts";
import { planQuestions } from "./untouched.service.ts";

/** A goal not touched for a month is asked about once. */
export const untouchedSchedule: ScheduleKind = {
	plan: ({ trx, now, due }) =>
		planQuestions(
			trx,
			due.map(({ subjectId }) => subjectId),
			now,
		),
};
