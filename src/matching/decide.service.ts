import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { type HeldList, requestIn } from "./held-list.ts";
import { holdLists } from "./request-lists.service.ts";
import { canMove, type Move, moves } from "./request-moves.ts";
import { findRequest, type RequestRow } from "./requests.queries.ts";

/** What became of a tap on a request. */
export type Answered = {
	outcome:
		| "accepted"
		| "declined"
		| "withdrawn"
		/** A next choice, which had not been asked. */
		| "takenOff"
		| "askedBack"
		| "replied"
		/** No seat is free; nothing has changed. */
		| "full"
		/** No seat was free, and the mentee's next choice was asked. */
		| "passedOn"
		| "gone"
		| "before";
	/** As it stands now, which an old button then tells. */
	request: RequestRow;
	/** Asked in its place. */
	next?: RequestRow | null;
};

type Work = (
	trx: WorkspaceTrx,
	request: RequestRow,
	list: HeldList,
) => Promise<Answered>;

/** Makes one move on a request; a second tap finds it made. */
export function decide(
	deps: Deps,
	visit: Visit,
	{ requestId, move }: { requestId: string; move: Move },
	work: Work,
): Promise<Answered | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const found = await findRequest(trx, requestId);
		if (!found) return null;
		const [list] = (await holdLists(trx, [found.listId])) ?? [];
		const request = list && requestIn(list, requestId);
		if (!request) return null;
		return canMove(request.state, move)
			? work(trx, request, list)
			: { outcome: "before", request };
	});
}

/** A request as it is after a move. */
export function after(request: RequestRow, move: Move): RequestRow {
	return { ...request, state: moves[move].to };
}
