import type { WorkspaceTrx } from "../db/database.ts";
import { readHours } from "../enrollment/profile.ts";
import { readProgram } from "../programs/programs.service.ts";
import { holidayDates } from "../programs/settings.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import { defaultWorkingHours } from "../time/working-hours.ts";
import { readWorkingHours } from "../workspaces/people.service.ts";
import type { Clock, ReplyWindow } from "./reply-window.ts";

/** The schedules of a request; its state says whose move they are about. */
export const remindKind = "matching:remind";
export const closeKind = "matching:close";

/** The days by which a window of this person runs. */
export async function readClock(
	trx: WorkspaceTrx,
	programId: string,
	personId: string,
): Promise<Clock> {
	const { settings } = await readProgram(trx, programId);
	const hours = readHours(await readWorkingHours(trx, personId));
	return {
		// Whoever works on no day still has a window that ends.
		hours: hours.days.length > 0 ? hours : defaultWorkingHours(hours.zone),
		holidays: holidayDates(settings),
		...settings.replies,
	};
}

/** Sets both times anew; those of before no longer hold. */
export async function saveWindow(
	trx: WorkspaceTrx,
	requestId: string,
	{ remindAt, closesAt }: ReplyWindow,
): Promise<void> {
	const subjectId = requestId;
	if (remindAt)
		await saveSchedule(trx, { kind: remindKind, subjectId, nextAt: remindAt });
	else await deleteSchedule(trx, { kind: remindKind, subjectId });
	await saveSchedule(trx, { kind: closeKind, subjectId, nextAt: closesAt });
}

export async function deleteWindow(
	trx: WorkspaceTrx,
	requestId: string,
): Promise<void> {
	for (const kind of [remindKind, closeKind])
		await deleteSchedule(trx, { kind, subjectId: requestId });
}
