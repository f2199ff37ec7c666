import type { WorkspaceTrx } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { startConversation } from "../workspaces/conversations.service.ts";
import { type Answered, decide, makeMove } from "./decide.service.ts";
import type { Introduction } from "./introduction.ts";
import {
	acceptedNews,
	cannotNews,
	invitationNews,
	notTakenUpNews,
	takenUpNews,
} from "./introduction-news.ts";
import { mayStillMeet, readClosing } from "./third.service.ts";

/**
 * The third person says yes: the group conversation opens. If the two are to
 * be kept apart by now, it ends as with a no, and nobody learns why.
 */
export const accept = (
	deps: Deps,
	visit: Visit,
	introductionId: string,
): Promise<Answered | null> =>
	decide(deps, visit, { introductionId, move: "accept" }, async (trx, row) => {
		const { now } = visit;
		const { mentee, third } = row;
		if (!third || !(await mayStillMeet(trx, row)))
			return { ...(await refuse(trx, row, now)), outcome: "over" };
		const conversationId = await startConversation(trx, [
			mentee.personId,
			third.personId,
		]);
		const introduction = await makeMove(trx, row, {
			move: "accept",
			now,
			conversation_id: conversationId,
		});
		await insertOwed(trx, acceptedNews(introduction, conversationId));
		return { outcome: "done", introduction };
	});

/** Not now: both read that they can't right now, and nothing else. */
export const decline = (
	deps: Deps,
	visit: Visit,
	introductionId: string,
): Promise<Answered | null> =>
	decide(deps, visit, { introductionId, move: "decline" }, (trx, row) =>
		refuse(trx, row, visit.now),
	);

async function refuse(
	trx: WorkspaceTrx,
	row: Introduction,
	now: Date,
): Promise<Answered> {
	const introduction = await makeMove(trx, row, { move: "decline", now });
	await insertOwed(trx, cannotNews(introduction));
	return { outcome: "done", introduction };
}

/** The mentee wants what their mentor offered: the third person is asked. */
export const takeUp = (
	deps: Deps,
	visit: Visit,
	introductionId: string,
): Promise<Answered | null> =>
	decide(deps, visit, { introductionId, move: "takeUp" }, async (trx, row) => {
		const { now } = visit;
		const { programId, third } = row;
		if (!third) return { outcome: "over", introduction: row };
		const named = await makeMove(trx, row, {
			move: "takeUp",
			now,
			named_at: now,
			closes_at: await readClosing(trx, { programId, now }, third.personId),
		});
		// Whoever cannot be asked any more reads like someone who cannot.
		if (!(await mayStillMeet(trx, named))) return refuse(trx, named, now);
		await insertOwed(trx, [...invitationNews(named), ...takenUpNews(named)]);
		return { outcome: "done", introduction: named };
	});

/** No, thanks, to what the mentor offered; the third person never knew. */
export const pass = (
	deps: Deps,
	visit: Visit,
	introductionId: string,
): Promise<Answered | null> =>
	decide(deps, visit, { introductionId, move: "pass" }, async (trx, row) => {
		const { now } = visit;
		const introduction = await makeMove(trx, row, { move: "pass", now });
		await insertOwed(trx, notTakenUpNews(introduction));
		return { outcome: "done", introduction };
	});

/** Takes the question back; whoever has the move reads so when they tap. */
export const withdraw = (
	deps: Deps,
	visit: Visit,
	introductionId: string,
): Promise<Answered | null> =>
	decide(
		deps,
		visit,
		{ introductionId, move: "withdraw" },
		async (trx, row) => {
			const { now } = visit;
			const introduction = await makeMove(trx, row, { move: "withdraw", now });
			return { outcome: "done", introduction };
		},
	);
