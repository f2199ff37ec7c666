import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { isOver } from "../mentorships/mentorship-moves.ts";
import {
	holdIdleMentorship,
	readMentorship,
} from "../mentorships/mentorships.service.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import { callOff } from "./cancel.service.ts";
import { hasFile, isAhead } from "./meeting.ts";
import { overNews } from "./meeting-news.ts";
import { listPlannedIn } from "./meetings.queries.ts";

const soon = (now: Date) => new Date(now.getTime() + 60_000);

/**
 * A mentorship is over: what it had planned is called off, and whoever may have
 * it in a calendar is told how to take it out, in the digest that tells of the
 * end.
 */
export const overSchedule: ScheduleKind = {
	async plan({ trx, now, due }) {
		const owed: OwedMessage[] = [];
		const next: Next[] = [];
		for (const { subjectId } of due) {
			const held = await holdIdleMentorship(trx, subjectId);
			if (held) owed.push(...(await callOffIn(trx, held, now)));
			// Somebody is at it at this moment.
			const isHeld = !held && (await readMentorship(trx, subjectId));
			next.push({ subjectId, nextAt: isHeld ? soon(now) : null });
		}
		return { owed, next };
	},
};

async function callOffIn(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	now: Date,
): Promise<OwedMessage[]> {
	const { mentorshipId, since, state } = mentorship;
	const owed: OwedMessage[] = [];
	if (!isOver(state)) return owed;
	for (const planned of await listPlannedIn(trx, [mentorshipId])) {
		if (!isAhead(planned, since)) continue;
		const meeting = await callOff(trx, planned, { by: null, now });
		// After an outage its time may have passed.
		if (hasFile(meeting) && isAhead(planned, now))
			owed.push(...overNews(mentorship, meeting, now));
	}
	return owed;
}
