import type { WorkspaceTrx } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Leaver, OnLeave } from "../enrollment/enrollment.service.ts";
import type { Visit } from "../slack/feature.ts";
import type { OnPresence } from "../workspaces/presence.service.ts";
import { type Answered, after, decide } from "./decide.service.ts";
import { askedIn, listIdsOf } from "./held-list.ts";
import { endRequest } from "./next-choice.service.ts";
import { holdLists } from "./request-lists.service.ts";
import { isAsked } from "./request-moves.ts";
import { declinedNews } from "./request-news.ts";
import { listOpenRequestsOf } from "./requests.queries.ts";

/** Takes back one request; its mentor's message says so when tapped. */
export function withdraw(deps: Deps, visit: Visit, requestId: string) {
	const move = "withdraw";
	return decide(
		deps,
		visit,
		{ requestId, move },
		async (trx, request, list) => {
			const { now } = visit;
			const ended = await endRequest(deps, trx, list, { request, move, now });
			await insertOwed(trx, ended.owed);
			return {
				outcome: isAsked(request.state) ? "withdrawn" : "takenOff",
				request: after(request, move),
				next: ended.next,
			};
		},
	);
}

/** Takes back the whole list that a request is in. */
export function withdrawList(
	deps: Deps,
	visit: Visit,
	requestId: string,
): Promise<Answered | null> {
	const move = "withdrawList";
	return decide(deps, visit, { requestId, move }, async (trx, tapped, list) => {
		const request = askedIn(list) ?? tapped;
		await endRequest(deps, trx, list, { request, move, now: visit.now });
		return { outcome: "withdrawn", request: after(request, move) };
	});
}

/**
 * Whoever leaves: what they asked is withdrawn, what they were asked is
 * declined. Where they are a next choice, they are passed over in time.
 */
export const closeRequestsOf: OnLeave = async (deps, trx, leaver) =>
	(await closeRequests(deps, trx, leaver, "wait")) ?? [];

/** The same for whoever is gone from Slack, in all their programs. */
export const closeRequestsOfGone: OnPresence = async (context) => {
	const { deps, trx, personId, is, now } = context;
	if (is === "back") return { owed: [], isDone: true };
	const leaver = { personId, programId: null, now };
	const owed = await closeRequests(deps, trx, leaver, "or not at all");
	return { owed: owed ?? [], isDone: owed !== null };
};

async function closeRequests(
	deps: Deps,
	trx: WorkspaceTrx,
	{
		personId,
		programId,
		now,
	}: Omit<Leaver, "programId"> & { programId: string | null },
	how: "wait" | "or not at all",
): Promise<OwedMessage[] | null> {
	const open = (await listOpenRequestsOf(trx, personId)).filter(
		(request) => programId === null || request.programId === programId,
	);
	const lists = await holdLists(trx, listIdsOf(open), how);
	if (!lists) return null;
	const owed: OwedMessage[] = [];
	for (const list of lists) {
		const request = askedIn(list);
		if (!request) continue;
		const isMentee = request.menteeId === personId;
		// It may have been answered just now, and gone on to someone else.
		if (!isMentee && request.mentorId !== personId) continue;
		const move = isMentee ? "withdrawList" : "decline";
		const ended = await endRequest(deps, trx, list, { request, move, now });
		owed.push(...ended.owed, ...(isMentee ? [] : [declinedNews(request)]));
	}
	return owed;
}
