import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { holdMentorship } from "../mentorships/mentorships.service.ts";
import { ringNudges } from "../mentorships/move.service.ts";
import type { Visit } from "../slack/feature.ts";
import { isAhead, type Meeting } from "./meeting.ts";
import { cancelledNews } from "./meeting-news.ts";
import { saveMeetingTurn } from "./meeting-turns.service.ts";
import { findMeeting, updateMeeting } from "./meetings.queries.ts";

export type Cancelled = {
	/** `before`: it is not to come any more, or was called off already. */
	is: "done" | "before";
	mentorship: Mentorship;
	meeting: Meeting;
};

/** Calls off what is still to come, and tells the others. */
export function cancel(
	deps: Deps,
	{ workspaceId, actor, now }: Visit,
	meetingId: string,
): Promise<Cancelled | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const found = await findMeeting(trx, meetingId);
		const mentorship = found && (await holdMentorship(trx, found.mentorshipId));
		const meeting = mentorship && (await findMeeting(trx, meetingId));
		if (!meeting) return null;
		if (!isAhead(meeting, now)) return { is: "before", mentorship, meeting };
		const by = actor.personId;
		await ringNudges(trx, mentorship.mentorshipId, now);
		const cancelled = await callOff(trx, meeting, { by, now });
		await updateHomeChanged(
			trx,
			mentorship.members.map(({ personId }) => personId),
		);
		await insertOwed(
			trx,
			cancelledNews({ mentorship, meeting: cancelled, by }),
		);
		return { is: "done", mentorship, meeting: cancelled };
	});
}

/** Writes that a meeting is off; `by` null: it went with its mentorship. */
export async function callOff(
	trx: WorkspaceTrx,
	meeting: Meeting,
	{ by, now }: { by: string | null; now: Date },
): Promise<Meeting> {
	const cancelled: Meeting = {
		...meeting,
		state: "cancelled",
		sequence: meeting.sequence + 1,
		setBy: by,
		setAt: now,
	};
	await updateMeeting(trx, cancelled);
	await saveMeetingTurn(trx, cancelled);
	return cancelled;
}
