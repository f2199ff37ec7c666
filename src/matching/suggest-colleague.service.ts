import { withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { findOrMeet } from "../workspaces/people.service.ts";
import { suggestedNews } from "./request-news.ts";
import {
	findRequest,
	lockRequestsIn,
	type RequestRow,
	updateRequest,
} from "./requests.queries.ts";

export type Suggested =
	| { done: true; request: RequestRow; colleague: { name: string } }
	/** Whoever cannot take part; nothing has changed. */
	| { done: false; why: "yourself" | "mentee" | "noMember" }
	| { done: false; why: "already" | "notNow"; request: RequestRow };

/**
 * After a "not now" the mentor may name a colleague, once. The mentee gets a
 * message of its own: what said "can't right now" is the same either way.
 */
export async function suggestColleague(
	deps: Deps,
	visit: Visit,
	requestId: string,
	slackUserId: string,
): Promise<Suggested | null> {
	const { workspaceId } = visit;
	// Before the transaction: Slack may have to be asked.
	const colleague = await findOrMeet(deps, workspaceId, slackUserId);
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const found = await findRequest(trx, requestId);
		if (!found) return null;
		const rows = await lockRequestsIn(trx, [found.listId]);
		const request = rows.find((row) => row.requestId === requestId) ?? found;
		if (request.state !== "declined")
			return { done: false, why: "notNow", request };
		if (request.suggestedId) return { done: false, why: "already", request };
		if (colleague?.standing !== "member")
			return { done: false, why: "noMember" };
		const { personId } = colleague;
		if (personId === request.mentorId) return { done: false, why: "yourself" };
		if (personId === request.menteeId) return { done: false, why: "mentee" };
		await updateRequest(trx, requestId, { suggested_id: personId });
		await insertOwed(trx, [suggestedNews(request)]);
		return { done: true, request, colleague };
	});
}
