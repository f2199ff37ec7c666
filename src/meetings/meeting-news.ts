import type { OwedMessage } from "../delivery/owe.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { othersOf } from "../mentorships/mentorship.ts";
import type { Meeting } from "./meeting.ts";

const dayHours = 24;
const hourMs = 3_600_000;

type Named = Pick<Meeting, "meetingId" | "sequence">;

/** Says one thing of one time of a meeting, once. */
function news(
	what: string,
	{ meetingId, sequence }: Named,
	personId: string,
	when: Pick<OwedMessage, "urgency" | "staleAfterHours">,
): OwedMessage {
	return {
		kind: `meetings:${what}`,
		to: { personId },
		subjectId: meetingId,
		key: `meeting:${what}:${meetingId}:${sequence}:${personId}`,
		...when,
	};
}

const toOthers = (
	what: string,
	{ mentorship, meeting, by }: Told,
): OwedMessage[] =>
	othersOf(mentorship, by).map(({ personId }) =>
		news(what, meeting, personId, {
			urgency: "now",
			staleAfterHours: 7 * dayHours,
		}),
	);

type Told = { mentorship: Mentorship; meeting: Meeting; by: string };

/** To the others, at once: a time was picked, or another one. */
export const setNews = (told: Told): OwedMessage[] => toOthers("set", told);

/** To the others, at once: it was called off. */
export const cancelledNews = (told: Told): OwedMessage[] =>
	toOthers("cancelled", told);

/** To all of them: it went with its mentorship, and is of no use later. */
export const overNews = (
	{ members }: Mentorship,
	meeting: Meeting,
	now: Date,
): OwedMessage[] =>
	members.map(({ personId }) =>
		news("over", meeting, personId, {
			urgency: "today",
			staleAfterHours: hoursUntil(meeting, now),
		}),
	);

/** The one message before it, worth saying until it begins. */
export function reminderNews(
	meeting: Named & { startsAt: Date },
	personId: string,
	now: Date,
): OwedMessage {
	const staleAfterHours = hoursUntil(meeting, now);
	return news("soon", meeting, personId, { urgency: "today", staleAfterHours });
}

/** The one message after it. */
export const afterNews = (meeting: Named, personId: string): OwedMessage =>
	news("after", meeting, personId, {
		urgency: "today",
		staleAfterHours: 7 * dayHours,
	});

/** The calendar file, to whoever asked for it by this request. */
export const fileNews = (
	{ meetingId }: Named,
	personId: string,
	requestKey: string,
): OwedMessage => ({
	kind: "meetings:file",
	to: { personId },
	subjectId: meetingId,
	key: `meeting:file:${meetingId}:${requestKey}`,
	urgency: "now",
	staleAfterHours: dayHours,
});

function hoursUntil({ startsAt }: Pick<Meeting, "startsAt">, now: Date) {
	const left = (startsAt.getTime() - now.getTime()) / hourMs;
	return Math.max(1, Math.floor(left));
}
