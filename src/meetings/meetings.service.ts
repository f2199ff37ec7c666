import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import {
	readMentorship,
	readMentorshipsOf,
} from "../mentorships/mentorships.service.ts";
import type { Visit } from "../slack/feature.ts";
import {
	askedSince,
	hasFile,
	isAhead,
	isToSay,
	type Meeting,
} from "./meeting.ts";
import { fileNews } from "./meeting-news.ts";
import {
	findMeeting,
	listAnswers,
	listPlannedIn,
	listUnanswered,
} from "./meetings.queries.ts";

/** What each of some mentorships has planned and still to come, by its id. */
export async function readNextMeetings(
	trx: WorkspaceTrx,
	mentorshipIds: string[],
	now: Date,
): Promise<Map<string, Meeting>> {
	const planned = await listPlannedIn(trx, mentorshipIds);
	const ahead = planned.filter((meeting) => isAhead(meeting, now));
	return new Map(ahead.map((meeting) => [meeting.mentorshipId, meeting]));
}

/** What someone may still say of their meetings that are over. */
export async function readToSay(
	trx: WorkspaceTrx,
	{ actor, now }: Visit,
): Promise<{ mentorship: Mentorship; meeting: Meeting }[]> {
	const [unanswered, mine] = await Promise.all([
		listUnanswered(trx, actor.personId, askedSince(now)),
		readMentorshipsOf(trx, actor.personId),
	]);
	return unanswered
		.filter((meeting) => isToSay(meeting, now))
		.flatMap((meeting) => {
			const { mentorshipId } = meeting;
			const mentorship = mine.find((one) => one.mentorshipId === mentorshipId);
			return mentorship ? [{ mentorship, meeting }] : [];
		});
}

/** A meeting with its mentorship, and what one of its members said of it. */
export async function readWithAnswer(
	trx: WorkspaceTrx,
	meetingId: string,
	personId: string,
) {
	const meeting = await findMeeting(trx, meetingId);
	if (!meeting) return undefined;
	const [mentorship, answers] = await Promise.all([
		readMentorship(trx, meeting.mentorshipId),
		listAnswers(trx, meetingId),
	]);
	const own = answers.find((one) => one.personId === personId);
	return mentorship && { meeting, mentorship, said: own?.answer ?? null };
}

/** Owes the calendar file to whoever asks; false: there is none to keep. */
export function sendFile(
	deps: Deps,
	{ workspaceId, actor, key }: Visit,
	meetingId: string,
): Promise<boolean> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const meeting = await findMeeting(trx, meetingId);
		if (!meeting || !hasFile(meeting)) return false;
		await insertOwed(trx, [fileNews(meeting, actor.personId, key)]);
		return true;
	});
}
