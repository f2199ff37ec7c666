import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { judgePair, kindOf } from "./askable.service.ts";
import { type HeldList, partOf } from "./held-list.ts";
import { deleteWindow, readClock, saveWindow } from "./reply-window.service.ts";
import { openWindow } from "./reply-window.ts";
import {
	isAsked,
	type Move,
	moves,
	type RequestState,
} from "./request-moves.ts";
import { requestNews } from "./request-news.ts";
import { type RequestRow, updateRequest } from "./requests.queries.ts";

/** Opens a queued request: from now on its window runs. */
export async function askNow(
	trx: WorkspaceTrx,
	request: RequestRow,
	{ kind, now }: { kind: string; now: Date },
): Promise<RequestRow> {
	const { requestId, programId, mentorId } = request;
	const clock = await readClock(trx, programId, mentorId);
	const window = openWindow(now, clock);
	const { closesAt } = window;
	const state = moves.ask.to;
	await updateRequest(trx, requestId, {
		state,
		kind,
		asked_at: now,
		closes_at: closesAt,
	});
	await saveWindow(trx, requestId, window);
	return { ...request, state, kind, askedAt: now, closesAt };
}

/** Who would be asked next, and who is passed over on the way. */
export type NextChoice = {
	next: { request: RequestRow; kind: string } | null;
	passed: RequestRow[];
};

/** Looks down a list, by all the rules of today; changes nothing. */
export async function findNextChoice(
	deps: Deps,
	trx: WorkspaceTrx,
	list: HeldList,
	now: Date,
): Promise<NextChoice> {
	const queued = list.requests.filter(({ state }) => state === "queued");
	const passed: RequestRow[] = [];
	const [first] = queued;
	if (!first || !(await mayBeAskedFor(trx, list, first.menteeId)))
		return { next: null, passed: queued };
	for (const request of queued) {
		const { programId, menteeId, mentorId } = request;
		const pair = { programId, menteeId, mentorId, now };
		const judged = await judgePair(deps, trx, pair);
		if (judged.ok) {
			const kind = kindOf(judged.match, request.kind);
			return { next: { request, kind }, passed };
		}
		passed.push(request);
	}
	return { next: null, passed };
}

/** Nobody is asked for someone who paused, left, or is gone. */
async function mayBeAskedFor(
	trx: WorkspaceTrx,
	list: HeldList,
	menteeId: string,
): Promise<boolean> {
	const mentee = await readPerson(trx, menteeId);
	const part = partOf(list, menteeId);
	return mentee?.standing === "member" && part?.state === "open";
}

/**
 * Makes a move that ends a request, and what follows in its list: the next
 * choice is asked, or those left over never will be. Gives who was asked and
 * what to tell them; what to tell the two of the request is the caller's.
 */
export async function endRequest(
	deps: Deps,
	trx: WorkspaceTrx,
	list: HeldList,
	{ request, move, now }: { request: RequestRow; move: Move; now: Date },
): Promise<{ owed: OwedMessage[]; next: RequestRow | null }> {
	const { to, list: follows } = moves[move];
	await close(trx, request, to, now);
	const others = list.requests.filter((one) => one !== request);
	// Taking off a next choice changes nothing for the one who is asked.
	if (others.some(({ state }) => isAsked(state)))
		return { owed: [], next: null };
	const { next, passed } =
		follows === "asks next"
			? await findNextChoice(deps, trx, { ...list, requests: others }, now)
			: {
					next: null,
					passed: others.filter(({ state }) => state === "queued"),
				};
	for (const one of passed) await close(trx, one, moves.skip.to, now);
	if (!next) return { owed: [], next: null };
	const { kind } = next;
	const asked = await askNow(trx, next.request, { kind, now });
	return { owed: [requestNews(asked)], next: asked };
}

async function close(
	trx: WorkspaceTrx,
	{ requestId }: RequestRow,
	state: RequestState,
	now: Date,
): Promise<void> {
	await updateRequest(trx, requestId, { state, answered_at: now });
	await deleteWindow(trx, requestId);
}
