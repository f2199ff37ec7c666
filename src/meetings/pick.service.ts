import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { holdMentorship } from "../mentorships/mentorships.service.ts";
import { ringNudges } from "../mentorships/move.service.ts";
import type { Visit } from "../slack/feature.ts";
import { lockAttendees } from "./attendees.queries.ts";
import { canPlan, isAhead, type Meeting } from "./meeting.ts";
import { setNews } from "./meeting-news.ts";
import { saveMeetingTurn } from "./meeting-turns.service.ts";
import {
	deleteAnswers,
	insertMeeting,
	listMeetingsIn,
	updateMeeting,
} from "./meetings.queries.ts";
import { type NoTime, whyNot } from "./own-time.ts";
import { looksBack, planningOf } from "./planning.service.ts";
import { isTaken, type Known, knownOf, type Planning } from "./planning.ts";
import { writingDue } from "./writing.ts";

export type Picking = {
	mentorshipId: string;
	/** null: they write to each other instead. */
	at: Date | null;
	known: Known;
	/** Theirs to decide: also when somebody has another conversation then. */
	ownTime: boolean;
};

export type Picked =
	| { is: "done"; planning: Planning; meeting: Meeting; wasMoved: boolean }
	/** Someone was quicker, or it has changed since. */
	| { is: "taken"; planning: Planning; by: Meeting | null }
	/** One of them has another conversation then by now. */
	| { is: "busy"; planning: Planning }
	| { is: NoTime; planning: Planning }
	| { is: "before"; mentorship: Mentorship };

/**
 * Fixes the time of the next conversation, or another one for what is planned,
 * and tells the others. Of two who pick at once one finds it taken, also where
 * they have only one partner in common.
 */
export function pick(
	deps: Deps,
	visit: Visit,
	picking: Picking,
): Promise<Picked | null> {
	const { now } = visit;
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		await lockAttendees(trx, picking.mentorshipId);
		const mentorship = await holdMentorship(trx, picking.mentorshipId);
		if (!mentorship) return null;
		if (!canPlan(mentorship)) return { is: "before", mentorship };
		const planning = await planningOf(trx, mentorship, now);
		const { standing } = planning;
		const at = picking.at ?? writingDue(planning.attendees, now);
		if (!at) return { is: "tooFar", planning };
		const isSame =
			standing?.startsAt.getTime() === at.getTime() &&
			standing.setBy === visit.actor.personId;
		if (standing && isSame)
			return {
				...{ is: "done", planning, meeting: standing },
				wasMoved: standing.sequence > 0,
			};
		if (knownOf(standing) !== picking.known)
			return { is: "taken", planning, by: standing };
		const fault = whyNot(at, now);
		if (fault) return { is: fault, planning };
		if (!picking.ownTime && picking.at && isTaken(planning, at))
			return { is: "busy", planning };
		const inWriting = picking.at === null;
		const meeting = await setTime(trx, visit, planning, { at, inWriting });
		return { is: "done", planning, meeting, wasMoved: meeting.sequence > 0 };
	});
}

async function setTime(
	trx: WorkspaceTrx,
	{ actor, now }: Visit,
	{ mentorship, lengthMinutes }: Planning,
	{ at, inWriting }: { at: Date; inWriting: boolean },
): Promise<Meeting> {
	const { mentorshipId, members } = mentorship;
	const earlier = await listMeetingsIn(trx, mentorshipId, looksBack);
	const open = openOf(earlier, now);
	// Its time has passed, and nobody said what became of it.
	const passed = earlier.find(
		(one) => one.state === "planned" && !isAhead(one, now),
	);
	if (passed) await updateMeeting(trx, { ...passed, state: "unsaid" });
	const meeting: Meeting = {
		meetingId: open?.meetingId ?? newId(),
		mentorshipId,
		state: "planned",
		startsAt: at,
		lengthMinutes,
		inWriting,
		sequence: open ? open.sequence + 1 : 0,
		setBy: actor.personId,
		setAt: now,
		heldAt: null,
	};
	if (open) {
		await deleteAnswers(trx, open.meetingId);
		await updateMeeting(trx, meeting);
	} else await insertMeeting(trx, { ...meeting, createdAt: now });
	await ringNudges(trx, mentorshipId, now);
	await saveMeetingTurn(trx, meeting);
	await updateHomeChanged(
		trx,
		members.map(({ personId }) => personId),
	);
	const by = actor.personId;
	await insertOwed(trx, setNews({ mentorship, meeting, by }));
	return meeting;
}

/** What another time is for: calendars know it already. */
function openOf(meetings: readonly Meeting[], now: Date): Meeting | undefined {
	const [latest] = meetings;
	const moved = latest?.state === "moved" ? latest : undefined;
	return meetings.find((meeting) => isAhead(meeting, now)) ?? moved;
}
