import type { WorkspaceTrx } from "../db/database.ts";
import { planAnew } from "../delivery/owe.queries.ts";
import type { ScheduleKind } from "../scheduler/schedule.ts";
import { saveSchedules } from "../scheduler/schedules.queries.ts";

/** The schedule of someone whose zone or working hours have changed. */
export const clockKind = "workspaces:clock";

/** What another slice plans anew for people whose days begin at other times. */
export type OnClock = (
	trx: WorkspaceTrx,
	personIds: string[],
	now: Date,
) => Promise<void>;

/** Their days begin at other times: what follows comes with the next tick. */
export async function noteClock(
	trx: WorkspaceTrx,
	personIds: string[],
	now: Date,
): Promise<void> {
	await saveSchedules(trx, {
		kind: clockKind,
		subjectIds: personIds,
		nextAt: now,
	});
}

/** What is to be said to them is planned anew, and what waits for their hours. */
export function clockSchedule(hooks: OnClock[]): ScheduleKind {
	return {
		async plan({ trx, now, due }) {
			const personIds = due.map(({ subjectId }) => subjectId);
			for (const hook of hooks) await hook(trx, personIds, now);
			await planAnew(trx, personIds, now);
			const next = personIds.map((subjectId) => ({ subjectId, nextAt: null }));
			return { owed: [], next };
		},
	};
}
