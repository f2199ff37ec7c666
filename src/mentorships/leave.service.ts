import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { OnLeave } from "../enrollment/enrollment.service.ts";
import { endEarly } from "./close.service.ts";
import { goOut } from "./members.service.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { isUnderWay } from "./mentorship-moves.ts";
import { endPause } from "./pause.service.ts";
import {
	listMentorshipsOf,
	lockMentorship,
} from "./read-mentorships.queries.ts";

/**
 * Whoever leaves a program: their mentorships in it end, and the others are
 * told without a reason. A group goes on without one of its mentees.
 */
export const endMentorshipsOf: OnLeave = async (_deps, trx, leaver) => {
	const { personId, programId, now } = leaver;
	const owed: OwedMessage[] = [];
	for (const one of await listMentorshipsOf(trx, personId)) {
		if (one.programId !== programId) continue;
		const held = await lockMentorship(trx, one.mentorshipId);
		const isIn = held && memberOf(held, personId);
		if (!held || !isIn || !isUnderWay(held.state)) continue;
		const leaving = { personId, now, endedAs: "left" } as const;
		owed.push(...(await letGo(trx, held, leaving)));
	}
	return owed;
};

/**
 * Takes one member out of a mentorship that is locked and under way: the others
 * go on, or it ends. Owes as `makeMove` does.
 */
export async function letGo(
	trx: WorkspaceTrx,
	before: Mentorship,
	{
		personId,
		now,
		endedAs,
	}: { personId: string; now: Date; endedAs: "left" | "gone" },
): Promise<OwedMessage[]> {
	const stay = await goOut(trx, before, personId);
	if (!stay)
		return (await endEarly(trx, before, { now, by: personId, endedAs })).owed;
	if (before.state !== "paused" || before.pausedBy !== personId)
		return stay.owed;
	// Nobody is left who needs the pause.
	const resumed = await endPause(trx, stay.mentorship, { now, by: null });
	return [...stay.owed, ...resumed.owed];
}
