import { goneUntil } from "../mentorships/pause.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { OnPresence } from "../workspaces/presence.service.ts";
import { giveUpWaiting } from "./waiting.service.ts";

/** The schedule of someone who waits, and has been gone for long. */
export const waitingGoneKind = "matching:waiting-gone";

/** A long leave looks like a last day: their place is kept for as long. */
export const tendWaitingOf: OnPresence = async ({ trx, personId, is, now }) => {
	const gone = { kind: waitingGoneKind, subjectId: personId };
	if (is === "gone")
		await saveSchedule(trx, { ...gone, nextAt: goneUntil(now) });
	else await deleteSchedule(trx, gone);
	return { owed: [], isDone: true };
};

/** They are not back: whoever waits after them moves up. */
export const waitingGoneSchedule: ScheduleKind = {
	async plan({ trx, now, due }) {
		const next: Next[] = [];
		for (const { subjectId: personId } of due) {
			const person = await readPerson(trx, personId);
			if (person?.standing === "deactivated")
				await giveUpWaiting(trx, { personId, programId: null, now });
			next.push({ subjectId: personId, nextAt: null });
		}
		return { owed: [], next };
	},
};
