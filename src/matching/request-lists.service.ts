import { newId, type WorkspaceTrx } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { holdParts } from "../enrollment/availability.service.ts";
import { type Ask, sealAsk } from "./ask.ts";
import type { HeldList } from "./held-list.ts";
import { askNow } from "./next-choice.service.ts";
import { requestNews } from "./request-news.ts";
import {
	insertRequests,
	listLiveRequestsBy,
	listRequestsIn,
	lockRequestsIn,
	type RequestRow,
} from "./requests.queries.ts";

/**
 * Holds lists, and the parts of everyone in them, for a decision; whoever
 * decides on several holds all of them at once. People come before requests,
 * so nobody waits in a circle. null: "or not at all", and someone has them.
 */
export async function holdLists(
	trx: WorkspaceTrx,
	listIds: string[],
	how?: "wait" | "or not at all",
): Promise<HeldList[] | null> {
	const known = await listRequestsIn(trx, listIds);
	const keys = known.flatMap(({ programId, menteeId, mentorId }) => [
		{ programId, personId: menteeId },
		{ programId, personId: mentorId },
	]);
	const parts = await holdParts(trx, keys, how);
	if (!parts) return null;
	// Read again: what was decided before we held them counts.
	const requests = await lockRequestsIn(trx, listIds);
	const lists = Map.groupBy(requests, ({ listId }) => listId);
	return [...lists.values()].map((one) => ({ requests: one, parts }));
}

export type NewList = {
	programId: string;
	menteeId: string;
	/** In the mentee's order, one to five. */
	asks: { mentorId: string; kind: string; ask: Ask }[];
	now: Date;
};

/**
 * Asks the first and queues the others. Before it, hold the parts of everyone
 * in it (`holdParts`) and judge each pair; after it, owe nothing else in the
 * same transaction. Gives the first, as it was asked; null: this mentee has
 * one of them in a list already.
 */
export async function openList(
	deps: Deps,
	trx: WorkspaceTrx,
	{ programId, menteeId, asks, now }: NewList,
): Promise<RequestRow | null> {
	const { workspaceId } = trx;
	const live = await listLiveRequestsBy(trx, menteeId);
	const taken = new Set(live.map(({ mentorId }) => mentorId));
	if (asks.some(({ mentorId }) => taken.has(mentorId))) return null;
	const listId = newId();
	await insertRequests(
		trx,
		asks.map(({ mentorId, kind, ask }, index) => {
			const requestId = newId();
			return {
				requestId,
				listId,
				position: index + 1,
				programId,
				menteeId,
				mentorId,
				kind,
				ask: sealAsk(deps.cipher, { workspaceId, requestId }, ask),
				now,
			};
		}),
	);
	const [first] = await listRequestsIn(trx, [listId]);
	if (!first) return null;
	const asked = await askNow(trx, first, { kind: first.kind, now });
	await insertOwed(trx, [requestNews(asked)]);
	return asked;
}
