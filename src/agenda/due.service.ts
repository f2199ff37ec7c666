import type { OwedMessage } from "../delivery/owe.ts";
import type { ScheduleKind } from "../scheduler/schedule.ts";
import { findAction } from "./actions.queries.ts";
import { dueKind } from "./actions.service.ts";

/** Later than this nobody remembers what it was. */
const staleAfterHours = 14 * 24;

/** Something that was taken on is due: its owner is asked once how it went. */
export const dueSchedule: ScheduleKind = {
	async plan({ trx, due }) {
		const actions = await Promise.all(
			due.map(({ subjectId }) => findAction(trx, subjectId)),
		);
		const owed = actions
			.filter((action) => action !== undefined)
			.filter(({ state }) => state === "open")
			.map(
				({ actionId: subjectId, ownerId: personId }): OwedMessage => ({
					kind: dueKind,
					to: { personId },
					subjectId,
					key: `action-due:${subjectId}`,
					urgency: "this_week",
					staleAfterHours,
				}),
			);
		const next = due.map(({ subjectId }) => ({ subjectId, nextAt: null }));
		return { owed, next };
	},
};
