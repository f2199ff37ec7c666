import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import {
	holdMentorship,
	readMentorship,
} from "../mentorships/mentorships.service.ts";
import { ringNudges } from "../mentorships/move.service.ts";
import type { Visit } from "../slack/feature.ts";
import {
	canMeet,
	hasCome,
	type Meeting,
	type MeetingAnswer,
	meantByMet,
	stateBy,
} from "./meeting.ts";
import {
	findMeeting,
	insertMeeting,
	listAnswers,
	listMeetingsIn,
	updateMeeting,
	updateUsefulness,
	upsertAnswer,
} from "./meetings.queries.ts";
import { looksBack, planningOf } from "./planning.service.ts";

/**
 * What another slice does, in the same transaction, when it is first known that
 * a conversation took place. The mentorship is held; what it gives is owed.
 */
export type OnMet = (
	trx: WorkspaceTrx,
	mentorshipId: string,
	met: { meetingId: string; by: string; now: Date },
) => Promise<OwedMessage[]>;

/** The same when nobody says any more that it did. */
export type OnTakenBack = (
	trx: WorkspaceTrx,
	meetingId: string,
) => Promise<void>;

export type Answered =
	| { is: "done"; mentorship: Mentorship; meeting: Meeting }
	/** It has been moved to a time that is still to come. */
	| { is: "ahead"; mentorship: Mentorship; meeting: Meeting }
	| { is: "before"; mentorship: Mentorship };

/** Keeps what one member says of a meeting; they may say otherwise later. */
export function answer(
	deps: Deps,
	visit: Visit,
	{ meetingId, says }: { meetingId: string; says: MeetingAnswer },
	onMet: OnMet[],
	onTakenBack: OnTakenBack[] = [],
): Promise<Answered | null> {
	const { workspaceId, now } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const found = await findMeeting(trx, meetingId);
		const mentorship = found && (await holdMentorship(trx, found.mentorshipId));
		const meeting = mentorship && (await findMeeting(trx, meetingId));
		if (!meeting) return null;
		if (meeting.state === "planned" && !hasCome(meeting, now))
			return { is: "ahead", mentorship, meeting };
		return keep(trx, visit, mentorship, meeting, says, { onMet, onTakenBack });
	});
}

/**
 * "We met": of what was planned for now or lately, else of a conversation that
 * nobody had planned. An exchange in writing counts as well.
 */
export function sayMet(
	deps: Deps,
	visit: Visit,
	{ mentorshipId, inWriting }: { mentorshipId: string; inWriting: boolean },
	onMet: OnMet[],
): Promise<Answered | null> {
	const { workspaceId, now } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await holdMentorship(trx, mentorshipId);
		if (!mentorship) return null;
		if (!canMeet(mentorship)) return { is: "before", mentorship };
		const lately = await listMeetingsIn(trx, mentorshipId, looksBack);
		const meant = meantByMet(lately, now);
		if (meant) return keep(trx, visit, mentorship, meant, "met", { onMet });
		const { lengthMinutes } = await planningOf(trx, mentorship, now);
		const meeting: Meeting = {
			meetingId: newId(),
			mentorshipId,
			state: "unsaid",
			startsAt: now,
			lengthMinutes,
			inWriting,
			sequence: 0,
			setBy: visit.actor.personId,
			setAt: now,
			heldAt: null,
		};
		await insertMeeting(trx, { ...meeting, createdAt: now });
		return keep(trx, visit, mentorship, meeting, "met", { onMet });
	});
}

async function keep(
	trx: WorkspaceTrx,
	{ actor: { personId: by }, now }: Visit,
	mentorship: Mentorship,
	meeting: Meeting,
	says: MeetingAnswer,
	{ onMet, onTakenBack = [] }: { onMet: OnMet[]; onTakenBack?: OnTakenBack[] },
): Promise<Answered> {
	const { meetingId, mentorshipId } = meeting;
	await upsertAnswer(trx, { meetingId, personId: by, answer: says, now });
	const all = await listAnswers(trx, meetingId);
	const state = stateBy(
		meeting,
		all.map(({ answer }) => answer),
	);
	const heldAt = state === "met" ? heldWhen(meeting, now) : null;
	const after = { ...meeting, state, heldAt };
	const isNew = state !== meeting.state;
	if (isNew) {
		await updateMeeting(trx, after);
		await ringNudges(trx, mentorshipId, now);
	}
	if (isNew && meeting.state === "met")
		for (const hook of onTakenBack) await hook(trx, meetingId);
	await updateHomeChanged(trx, [by]);
	if (!isNew || state !== "met")
		return { is: "done", mentorship, meeting: after };
	const owed: OwedMessage[] = [];
	for (const hook of onMet)
		owed.push(...(await hook(trx, mentorshipId, { meetingId, by, now })));
	await insertOwed(trx, owed);
	const since = await readMentorship(trx, mentorshipId);
	return { is: "done", mentorship: since ?? mentorship, meeting: after };
}

/** At its time, or when it was said, whichever was first. */
const heldWhen = ({ heldAt, startsAt }: Meeting, now: Date): Date =>
	heldAt ?? (startsAt < now ? startsAt : now);

/** How useful it was; whoever says so was there. */
export async function rate(
	trx: WorkspaceTrx,
	rating: { meetingId: string; personId: string; useful: number; now: Date },
): Promise<void> {
	const { meetingId, personId, useful, now } = rating;
	await upsertAnswer(trx, { meetingId, personId, answer: "met", now });
	await updateUsefulness(trx, { meetingId, personId }, useful);
}
