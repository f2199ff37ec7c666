import type { OwedMessage } from "../delivery/owe.ts";
import type { RequestRow } from "./requests.queries.ts";

// What the two people of a request are told of it, each thing once. A message
// may be late by some days and still be worth reading, as long as it is open.
const timely = { urgency: "now", staleAfterHours: 7 * 24 } as const;

/** To the mentor: someone asks them. */
export function requestNews({ requestId, mentorId }: RequestRow): OwedMessage {
	return {
		kind: "matching:request",
		to: { personId: mentorId },
		subjectId: requestId,
		key: `request:${requestId}`,
		...timely,
	};
}

/** To the mentee: a no and a silence are the same news. */
export function declinedNews({ requestId, menteeId }: RequestRow): OwedMessage {
	return {
		kind: "matching:declined",
		to: { personId: menteeId },
		subjectId: requestId,
		key: `declined:${requestId}`,
		...timely,
	};
}

/** To the mentor, in their hours: someone still waits. */
export function reminderNews({ requestId, mentorId }: RequestRow): OwedMessage {
	return {
		kind: "matching:reminder",
		to: { personId: mentorId },
		subjectId: requestId,
		key: `remind:${requestId}`,
		urgency: "today",
		staleAfterHours: 48,
	};
}

/** To the mentee, in theirs: the question still waits. */
export function questionReminder(
	{ requestId, menteeId }: RequestRow,
	noteId: string,
): OwedMessage {
	return {
		kind: "matching:question-reminder",
		to: { personId: menteeId },
		subjectId: requestId,
		key: `remind:question:${noteId}`,
		urgency: "today",
		staleAfterHours: 48,
	};
}

/** To the mentee: the mentor would like to know more. */
export function questionNews(
	{ requestId, menteeId }: RequestRow,
	noteId: string,
): OwedMessage {
	return {
		kind: "matching:question",
		to: { personId: menteeId },
		subjectId: requestId,
		key: `question:${noteId}`,
		...timely,
	};
}

/** To the mentor: here is the answer, and it is their move again. */
export function replyNews(
	{ requestId, mentorId }: RequestRow,
	noteId: string,
): OwedMessage {
	return {
		kind: "matching:reply",
		to: { personId: mentorId },
		subjectId: requestId,
		key: `reply:${noteId}`,
		...timely,
	};
}

/** To both: the question was not answered, and the request is over. */
export function lapsedNews(request: RequestRow): OwedMessage[] {
	const { requestId, mentorId, menteeId } = request;
	return [
		{
			kind: "matching:lapsed",
			to: { personId: menteeId },
			subjectId: requestId,
			key: `lapsed:${requestId}:mentee`,
			...timely,
		},
		{
			kind: "matching:closed",
			to: { personId: mentorId },
			subjectId: requestId,
			key: `lapsed:${requestId}:mentor`,
			...timely,
		},
	];
}

/** To the mentee: whom the mentor thought of instead. */
export function suggestedNews({
	requestId,
	menteeId,
}: RequestRow): OwedMessage {
	return {
		kind: "matching:suggested",
		to: { personId: menteeId },
		subjectId: requestId,
		key: `suggested:${requestId}`,
		...timely,
	};
}

/** To a mentor who let several requests run out, this one the last. */
export function silentNews({ requestId, mentorId }: RequestRow): OwedMessage {
	return {
		kind: "matching:silent",
		to: { personId: mentorId },
		subjectId: requestId,
		key: `silent:${requestId}`,
		urgency: "today",
		staleAfterHours: 7 * 24,
	};
}
