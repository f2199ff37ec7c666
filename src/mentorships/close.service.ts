import type { WorkspaceTrx } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { canClose, type EndingReason } from "./closing.ts";
import { countEndingReason } from "./ending-reasons.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import type { EndedAs } from "./mentorship-moves.ts";
import { type Moved, type Moving, makeMove, moveIt } from "./move.service.ts";
import { thanksOf } from "./settle.service.ts";

type Made = { mentorship: Mentorship; owed: OwedMessage[] };

/** `did` false: the same request has done so before, or it cannot be done. */
export type Closed = Moved<boolean>;

/** One of them closes it; everyone in it may look back now. */
export function close(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<Closed | null> {
	const { now, actor } = visit;
	const moving = { move: "close", now, by: actor.personId } as const;
	return moveOnce(
		deps,
		visit,
		{ mentorshipId, move: "close" },
		async (trx, before) =>
			canClose(before) ? makeMove(trx, before, moving) : null,
	);
}

/** One of them ends it at once; a reason, if there is one, is counted. */
export function endNow(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	reason: EndingReason | null,
): Promise<Closed | null> {
	const { now, actor } = visit;
	return moveOnce(
		deps,
		visit,
		{ mentorshipId, move: "end" },
		async (trx, before) => {
			if (reason) await countEndingReason(trx, before.programId, reason, now);
			return endEarly(trx, before, { now, by: actor.personId });
		},
	);
}

/**
 * Ends a mentorship that is locked and under way, without a look-back. Gives
 * it as it is now, and what that owes, to be owed in the transaction's one call
 * of `insertOwed`. A thank-you that was written while it was closing still
 * arrives.
 */
export async function endEarly(
	trx: WorkspaceTrx,
	before: Mentorship,
	{
		endedAs = "early",
		...moving
	}: Pick<Moving, "now" | "by"> & { endedAs?: EndedAs },
): Promise<Made> {
	const thanks = await thanksOf(trx, before);
	const made = await makeMove(trx, before, {
		...moving,
		move: "end",
		endedAs,
	});
	return { ...made, owed: [...made.owed, ...thanks] };
}

/** A move of a person that counts once, whenever its request comes again. */
function moveOnce(
	deps: Deps,
	visit: Visit,
	what: Parameters<typeof moveIt>[2],
	work: (trx: WorkspaceTrx, before: Mentorship) => Promise<Made | null>,
): Promise<Closed | null> {
	return moveIt<boolean>(deps, visit, what, async (trx, before) => {
		if (!(await claimRequest(trx, visit.key)))
			return { mentorship: before, did: false };
		const made = await work(trx, before);
		if (!made) return { mentorship: before, did: false };
		await insertOwed(trx, made.owed);
		return { mentorship: made.mentorship, did: true };
	});
}
