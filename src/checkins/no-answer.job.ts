import type { ScheduleKind } from "../scheduler/schedule.ts";
import { closeSilent } from "./no-answer.service.ts";

/** Who asked whether the other is still there does not wait for ever. */
export const noAnswerSchedule: ScheduleKind = {
	plan: ({ trx, now, due }) =>
		closeSilent(
			trx,
			due.map(({ subjectId }) => subjectId),
			now,
		),
};
