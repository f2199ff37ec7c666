import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { noteExpiry } from "../enrollment/availability.service.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import { type HeldList, partOf, requestIn } from "./held-list.ts";
import { endRequest } from "./next-choice.service.ts";
import { holdLists } from "./request-lists.service.ts";
import { isAsked, whoseMove } from "./request-moves.ts";
import {
	declinedNews,
	lapsedNews,
	questionReminder,
	reminderNews,
	silentNews,
} from "./request-news.ts";
import { listNotes } from "./request-notes.queries.ts";
import {
	findRequest,
	type RequestRow,
	updateRequest,
} from "./requests.queries.ts";

/** Lists decided on in one transaction; those after them wait a minute. */
const mostAtOnce = 100;
const soon = (now: Date) => new Date(now.getTime() + 60_000);

type Strike = (struck: {
	deps: Deps;
	trx: WorkspaceTrx;
	list: HeldList;
	request: RequestRow;
	now: Date;
}) => Promise<OwedMessage[]>;

/**
 * One time of a request, which never comes again by itself. When someone in
 * the list decides something at this very moment, the clock comes back: it
 * waits for nobody, so that nobody waits in a circle with it.
 */
function once(strike: Strike): ScheduleKind {
	return {
		async plan({ trx, deps, now, due }) {
			const owed: OwedMessage[] = [];
			const next: Next[] = [];
			for (const [index, { subjectId }] of due.entries()) {
				const found = await findRequest(trx, subjectId);
				const isTurn = found !== undefined && index < mostAtOnce;
				const lists = isTurn
					? await holdLists(trx, [found.listId], "or not at all")
					: null;
				const [list] = lists ?? [];
				const request = list && requestIn(list, subjectId);
				if (list && request && isAsked(request.state))
					owed.push(...(await strike({ deps, trx, list, request, now })));
				const isLater = found !== undefined && lists === null;
				next.push({ subjectId, nextAt: isLater ? soon(now) : null });
			}
			return { owed, next };
		},
	};
}

/** Whoever has the move is reminded, once a window. */
export const remindSchedule = once(async ({ trx, list, request, now }) => {
	const { requestId, mentorId } = request;
	if (whoseMove(request.state) === "mentor") {
		// Whoever has not joined gets one message and nothing after it.
		if ((partOf(list, mentorId)?.state ?? "left") === "left") return [];
		await updateRequest(trx, requestId, { reminded_at: now });
		return [reminderNews(request)];
	}
	const [question] = (await listNotes(trx, requestId)).slice(-1);
	return question ? [questionReminder(request, question.noteId)] : [];
});

/** A window has passed: a silence is a no, and a list goes on. */
export const closeSchedule = once(async ({ deps, trx, list, request, now }) => {
	const isMentors = whoseMove(request.state) === "mentor";
	const move = isMentors ? "expire" : "lapse";
	const { owed } = await endRequest(deps, trx, list, { request, move, now });
	if (!isMentors) return [...lapsedNews(request), ...owed];
	const { programId, mentorId: personId } = request;
	const isSilent = await noteExpiry(trx, { programId, personId }, now);
	return [
		declinedNews(request),
		...owed,
		...(isSilent ? [silentNews(request)] : []),
	];
});
