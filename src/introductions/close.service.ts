import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Leaver, OnLeave } from "../enrollment/enrollment.service.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import type { OnPresence } from "../workspaces/presence.service.ts";
import { makeMove } from "./decide.service.ts";
import { roleOf } from "./introduction.ts";
import { canMove, isOpen, whoseMove } from "./introduction-moves.ts";
import { expiredNews } from "./introduction-news.ts";
import {
	findIntroduction,
	listOpenOf,
	lockIdleIntroduction,
	lockIntroduction,
} from "./introductions.queries.ts";

const soon = (now: Date) => new Date(now.getTime() + 60_000);

/**
 * A window has passed: a silence reads like a no. When someone answers at this
 * very moment, the clock comes back instead of waiting for them.
 */
export const closeSchedule: ScheduleKind = {
	async plan({ trx, now, due }) {
		const owed: OwedMessage[] = [];
		const next: Next[] = [];
		for (const { subjectId } of due) {
			const row = await lockIdleIntroduction(trx, subjectId);
			if (row && isOpen(row.state)) {
				owed.push(...expiredNews(row));
				await makeMove(trx, row, { move: "expire", now });
			}
			const isHeld = !row && (await findIntroduction(trx, subjectId));
			next.push({ subjectId, nextAt: isHeld ? soon(now) : null });
		}
		return { owed, next };
	},
};

/**
 * Whoever leaves, or wants no contact: what they asked for is withdrawn, and
 * what waits for them ends as if they had let it pass. Somebody whom they have
 * named may still say yes.
 */
export const closeIntroductionsOf: OnLeave = async (_deps, trx, leaver) =>
	(await closeAll(trx, leaver, lockIntroduction)).owed;

/** The same for whoever is gone from Slack, in all their programs. */
export const closeIntroductionsOfGone: OnPresence = async (context) => {
	const { trx, personId, is, now } = context;
	if (is === "back") return { owed: [], isDone: true };
	const leaver = { personId, programId: null, now };
	return closeAll(trx, leaver, lockIdleIntroduction);
};

async function closeAll(
	trx: WorkspaceTrx,
	{
		personId,
		programId,
		now,
	}: Omit<Leaver, "programId"> & { programId: string | null },
	lock: typeof lockIntroduction,
): Promise<{ owed: OwedMessage[]; isDone: boolean }> {
	const owed: OwedMessage[] = [];
	let isDone = true;
	for (const open of await listOpenOf(trx, personId)) {
		const role = roleOf(open, personId);
		// Who is asked as a third person is so without a part in any program.
		const isElsewhere = programId !== null && open.programId !== programId;
		if (role !== "third" && isElsewhere) continue;
		const row = await lock(trx, open.introductionId);
		if (!row) isDone = false;
		const isWaiting = row && whoseMove(row.state) === role;
		if (row && isWaiting) {
			await makeMove(trx, row, { move: "expire", now });
			owed.push(...expiredNews(row));
		} else if (row && role === "mentee" && canMove(row.state, "withdraw"))
			await makeMove(trx, row, { move: "withdraw", now });
	}
	return { owed, isDone };
}
