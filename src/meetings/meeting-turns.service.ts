import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import { readHours } from "../enrollment/profile.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import {
	deleteSchedule,
	saveSchedule,
	saveSchedules,
} from "../scheduler/schedules.queries.ts";
import type { OnClock } from "../workspaces/clock.service.ts";
import type { Meeting } from "./meeting.ts";
import { noticeOf, planTurn, type Turning } from "./meeting-turns.ts";
import { listAheadOf, listTurning, type TurnRow } from "./turn.queries.ts";

/** What is said around a meeting's time. */
export const meetingTurnKind = "meetings:turn";

/** The clock reads and says; it moves no meeting. */
export const meetingSchedule: ScheduleKind = {
	async plan({ trx, now, due }) {
		const ids = due.map(({ subjectId }) => subjectId);
		const turning = gather(await listTurning(trx, ids));
		const owed: OwedMessage[] = [];
		const next: Next[] = [];
		for (const subjectId of ids) {
			const meeting = turning.get(subjectId);
			const turn = meeting && planTurn(meeting, now);
			owed.push(...(turn?.owed ?? []));
			next.push({ subjectId, nextAt: turn?.nextAt ?? null });
		}
		return { owed, next };
	},
};

/** When the clock looks at a meeting next, after anything that changes it. */
export async function saveMeetingTurn(
	trx: WorkspaceTrx,
	{ meetingId: subjectId, setAt }: Meeting,
): Promise<void> {
	const [turning] = gather(await listTurning(trx, [subjectId])).values();
	const nextAt = turning ? planTurn(turning, setAt).nextAt : null;
	const schedule = { kind: meetingTurnKind, subjectId };
	if (nextAt) await saveSchedule(trx, { ...schedule, nextAt });
	else await deleteSchedule(trx, schedule);
}

/** What is said before a meeting goes by its members' working hours. */
export const replanMeetingsOf: OnClock = async (trx, personIds, now) => {
	const subjectIds = await listAheadOf(trx, personIds, now);
	await saveSchedules(trx, { kind: meetingTurnKind, subjectIds, nextAt: now });
};

function gather(rows: readonly TurnRow[]): Map<string, Turning> {
	const found = new Map<string, Turning>();
	for (const [meetingId, members] of Map.groupBy(
		rows,
		(row) => row.meetingId,
	)) {
		const [meeting] = members;
		if (!meeting) continue;
		const attendees = members
			.filter(({ isLeftOut }) => !isLeftOut)
			.map((row) => ({
				personId: row.personId,
				hours: readHours(row),
				holidays: row.holidays,
				workingDays: noticeOf(row.role),
			}));
		found.set(meetingId, { ...meeting, attendees });
	}
	return found;
}
