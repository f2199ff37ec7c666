import type { OwedMessage } from "../delivery/owe.ts";
import type { MemberRole } from "../mentorships/mentorship.ts";
import type { MeetingState } from "./meeting.ts";
import { afterNews, reminderNews } from "./meeting-news.ts";
import { remindAt } from "./reminder.ts";
import type { Attendee } from "./slot.ts";

/** A planned meeting as far as what comes around its time goes. */
export type Turning = {
	meetingId: string;
	/** Not `planned`: one has said so before its end; all are asked then. */
	state: MeetingState;
	startsAt: Date;
	lengthMinutes: number;
	sequence: number;
	setAt: Date;
	/** Neither paused nor over, and nobody has stopped it. */
	isSpokenOf: boolean;
	attendees: readonly (Attendee & { workingDays: number })[];
};

/**
 * How long before a meeting each hears of it, in working days: whoever prepares
 * has two to do so, and whoever mentors reads the agenda one day before.
 */
export function noticeOf(role: MemberRole): number {
	return role === "mentor" ? 1 : 2;
}

export type MeetingTurn = { owed: OwedMessage[]; nextAt: Date | null };

/**
 * What is said around a planned meeting up to `now`, and when to look again:
 * each member is reminded once, and asked once when it is over. What fell into
 * an outage is said late if it is still worth it. Whoever has just heard of the
 * time needs no reminder.
 */
export function planTurn(turning: Turning, now: Date): MeetingTurn {
	const { state, startsAt, lengthMinutes, setAt, attendees } = turning;
	const endsAt = new Date(startsAt.getTime() + lengthMinutes * 60_000);
	const owed: OwedMessage[] = [];
	if (now >= endsAt) {
		for (const { personId } of attendees)
			owed.push(afterNews(turning, personId));
		return { owed: turning.isSpokenOf ? owed : [], nextAt: null };
	}
	let nextAt = endsAt;
	for (const attendee of state === "planned" ? attendees : []) {
		const at = remindAt({ startsAt, setAt }, attendee, attendee.workingDays);
		if (!at) continue;
		if (at > now && at < nextAt) nextAt = at;
		if (at <= now && now < startsAt)
			owed.push(reminderNews(turning, attendee.personId, now));
	}
	return { owed: turning.isSpokenOf ? owed : [], nextAt };
}
