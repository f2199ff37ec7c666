import type { OwedMessage } from "../delivery/owe.ts";
import type { ScheduleKind } from "../scheduler/schedule.ts";
import { findAction } from "./actions.queries.ts";
import { dueKind } from "./actions.service.ts";

/** Later than this nobody remembers what it was. */
const staleAfterHours = 14 * 24;

/** Something that was taken on is due: its owner is asked once how it went. */
export const dueSchedule: ScheduleKind = {
	async plan({ trx, due }) {
		const owed: OwedMessage[] = [];
		for (const { subjectId } of due) {
			const action = await findAction(trx, subjectId);
			if (action?.state !== "open") continue;
			owed.push({
				kind: dueKind,
				to: { personId: action.ownerId },
				subjectId,
				key: `action-due:${subjectId}`,
				urgency: "this_week",
				staleAfterHours,
			});
		}
		const next = due.map(({ subjectId }) => ({ subjectId, nextAt: null }));
		return { owed, next };
	},
};
