import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { type Ask, openAsk } from "./ask.ts";
import { type Note, openNote } from "./request-note.ts";
import { listNotes } from "./request-notes.queries.ts";
import {
	findRequest,
	listLiveRequestsBy,
	listOpenRequestsOf,
	type RequestRow,
} from "./requests.queries.ts";

/** A request, and all that its two people may read of it. */
export type WholeRequest = { request: RequestRow; ask: Ask; notes: Note[] };

export async function readWhole(
	deps: Deps,
	trx: WorkspaceTrx,
	requestId: string,
): Promise<WholeRequest | null> {
	const { cipher } = deps;
	const { workspaceId } = trx;
	const request = await findRequest(trx, requestId);
	if (!request) return null;
	const ask = openAsk(cipher, { workspaceId, requestId }, request.ask);
	const rows = await listNotes(trx, requestId);
	const notes = rows.map(({ noteId, authorId, body }): Note => {
		const by = authorId === request.mentorId ? "mentor" : "mentee";
		const words = openNote(cipher, { workspaceId, noteId }, body);
		return { by, words };
	});
	return { request, ask, notes };
}

export function openWhole(
	deps: Deps,
	{ workspaceId }: Visit,
	requestId: string,
): Promise<WholeRequest | null> {
	return withWorkspace(deps.db, workspaceId, (trx) =>
		readWhole(deps, trx, requestId),
	);
}

/** A mentor's list: who waits for their yes or no, oldest first. */
export async function listReceived(
	trx: WorkspaceTrx,
	mentorId: string,
): Promise<RequestRow[]> {
	const open = await listOpenRequestsOf(trx, mentorId);
	return open.filter((request) => request.mentorId === mentorId);
}

export function readReceived(deps: Deps, visit: Visit): Promise<RequestRow[]> {
	return withWorkspace(deps.db, visit.workspaceId, (trx) =>
		listReceived(trx, visit.actor.personId),
	);
}

/** Someone's own lists that go on, each in their order. */
export async function readOwnLists(
	deps: Deps,
	{ workspaceId, actor }: Visit,
): Promise<RequestRow[][]> {
	const live = await withWorkspace(deps.db, workspaceId, (trx) =>
		listLiveRequestsBy(trx, actor.personId),
	);
	return [...Map.groupBy(live, ({ listId }) => listId).values()];
}
