import { newId, type WorkspaceTrx } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { noteAnswer } from "../enrollment/availability.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { after, decide } from "./decide.service.ts";
import { readClock, saveWindow } from "./reply-window.service.ts";
import { daysLeft, openWindow, resumeWindow } from "./reply-window.ts";
import { questionNews, replyNews } from "./request-news.ts";
import { sealNote } from "./request-note.ts";
import { insertNote } from "./request-notes.queries.ts";
import { updateRequest } from "./requests.queries.ts";

/**
 * Tell me more: the mentor's clock stops, with the working days that are left,
 * and the mentee has a window of their own to answer in.
 */
export function askBack(
	deps: Deps,
	visit: Visit,
	requestId: string,
	question: string,
) {
	const move = "askBack";
	return decide(deps, visit, { requestId, move }, async (trx, request) => {
		// The same question, sent again after its answer, is not another one.
		if (!(await claimRequest(trx, visit.key)))
			return { outcome: "before", request };
		const { now } = visit;
		const { programId, mentorId, menteeId } = request;
		const clock = await readClock(trx, programId, mentorId);
		const left = daysLeft(now, request.closesAt ?? now, clock);
		const theirs = await readClock(trx, programId, menteeId);
		const window = openWindow(now, theirs);
		const change = { closes_at: window.closesAt, clock_left_days: left };
		const asked = after(request, move);
		await updateRequest(trx, requestId, { state: asked.state, ...change });
		await saveWindow(trx, requestId, window);
		await noteAnswer(trx, { programId, personId: mentorId });
		const noteId = await addNote(deps, trx, visit, requestId, question);
		await insertOwed(trx, [questionNews(request, noteId)]);
		const { closesAt } = window;
		return { outcome: "askedBack", request: { ...asked, closesAt } };
	});
}

/** The mentee's answer: the mentor's clock goes on where it stopped. */
export function reply(
	deps: Deps,
	visit: Visit,
	requestId: string,
	words: string,
) {
	const move = "reply";
	return decide(deps, visit, { requestId, move }, async (trx, request) => {
		if (!(await claimRequest(trx, visit.key)))
			return { outcome: "before", request };
		const { now } = visit;
		const { programId, mentorId, clockLeftDays, remindedAt } = request;
		const clock = await readClock(trx, programId, mentorId);
		const days = clockLeftDays ?? clock.closeAfterDays;
		const reminded = remindedAt !== null;
		const window = resumeWindow(now, { days, reminded }, clock);
		const change = { closes_at: window.closesAt, clock_left_days: null };
		const replied = after(request, move);
		await updateRequest(trx, requestId, { state: replied.state, ...change });
		await saveWindow(trx, requestId, window);
		const noteId = await addNote(deps, trx, visit, requestId, words);
		await insertOwed(trx, [replyNews(request, noteId)]);
		const { closesAt } = window;
		return { outcome: "replied", request: { ...replied, closesAt } };
	});
}

async function addNote(
	deps: Deps,
	trx: WorkspaceTrx,
	{ workspaceId, actor, now }: Visit,
	requestId: string,
	words: string,
): Promise<string> {
	const noteId = newId();
	const body = sealNote(deps.cipher, { workspaceId, noteId }, words);
	const authorId = actor.personId;
	await insertNote(trx, { noteId, requestId, authorId, body, now });
	return noteId;
}
