import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { OnLeave } from "../enrollment/enrollment.service.ts";
import { settleAgreement } from "./agreement-settle.service.ts";
import { endEarly } from "./close.service.ts";
import { settleHalfway } from "./halfway.service.ts";
import { goOut } from "./members.service.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { isUnderWay } from "./mentorship-moves.ts";
import { endPause } from "./pause.service.ts";
import {
	listMentorshipsOf,
	lockMentorship,
} from "./read-mentorships.queries.ts";
import { settleClosing } from "./settle.service.ts";

/**
 * Whoever leaves a program: their mentorships in it end, and the others are
 * told without a reason. A group goes on without one of its mentees.
 */
export const endMentorshipsOf: OnLeave = async (deps, trx, leaver) => {
	const { personId, programId, now } = leaver;
	const owed: OwedMessage[] = [];
	for (const one of await listMentorshipsOf(trx, personId)) {
		if (one.programId !== programId) continue;
		const held = await lockMentorship(trx, one.mentorshipId);
		const isIn = held && memberOf(held, personId);
		if (!held || !isIn || !isUnderWay(held.state)) continue;
		const leaving = { personId, now, endedAs: "left" } as const;
		owed.push(...(await letGo(deps, trx, held, leaving)).owed);
	}
	return owed;
};

type Made = { mentorship: Mentorship; owed: OwedMessage[] };

/**
 * Takes one member out of a mentorship that is locked and under way: the others
 * go on, with what has waited for this one only, or it ends. Gives it as it is
 * now, and owes as `makeMove` does.
 */
export async function letGo(
	deps: Deps,
	trx: WorkspaceTrx,
	before: Mentorship,
	{
		personId,
		now,
		endedAs,
	}: { personId: string; now: Date; endedAs: "left" | "gone" },
): Promise<Made> {
	const stay = await goOut(trx, before, personId);
	if (!stay) return endEarly(trx, before, { now, by: personId, endedAs });
	// Nobody is left who needs the pause.
	const wasTheirs = before.state === "paused" && before.pausedBy === personId;
	const on = wasTheirs
		? await endPause(deps, trx, stay.mentorship, { now, by: null })
		: { mentorship: stay.mentorship, owed: [] };
	const signed = await settleAgreement(deps, trx, on.mentorship, now);
	const shared = await settleHalfway(trx, signed.mentorship, now);
	const chosen = await settleClosing(trx, signed.mentorship, now);
	const owed = [on, signed, chosen].flatMap((made) => made.owed);
	return {
		mentorship: chosen.mentorship,
		owed: [...stay.owed, ...owed, ...shared],
	};
}
