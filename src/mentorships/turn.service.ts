import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import type { Mentorship } from "./mentorship.ts";
import { updateMentorship } from "./mentorships.queries.ts";
import {
	findMentorship,
	lockIdleMentorship,
} from "./read-mentorships.queries.ts";
import { dueTurns, nextTurn, type Turn } from "./turns.ts";

/** What the calendar found, and may do about it. */
export type TurnContext = {
	deps: Deps;
	trx: WorkspaceTrx;
	mentorship: Mentorship;
	now: Date;
};

/** Carries out one turn; gives what it owes, and the mentorship as it is now. */
export type TakeTurn = (
	context: TurnContext,
) => Promise<{ mentorship: Mentorship; owed: OwedMessage[] }>;

const soon = (now: Date) => new Date(now.getTime() + 60_000);

/**
 * The one schedule of mentorships. After an outage several turns may be due:
 * only the last of them is taken, since it makes the earlier ones pointless.
 */
export function turnSchedule(
	turns: Record<Turn["does"], TakeTurn>,
): ScheduleKind {
	return {
		async plan({ deps, trx, now, due }) {
			const owed: OwedMessage[] = [];
			const next: Next[] = [];
			for (const { subjectId } of due) {
				const held = await lockIdleMentorship(trx, subjectId);
				if (!held) {
					const isThere = await findMentorship(trx, subjectId);
					next.push({ subjectId, nextAt: isThere ? soon(now) : null });
					continue;
				}
				const turn = dueTurns(held, now).at(-1);
				let after = { ...held, turnedAt: now };
				if (turn) {
					const context = { deps, trx, mentorship: after, now };
					const taken = await turns[turn.does](context);
					owed.push(...taken.owed);
					after = taken.mentorship;
				}
				await updateMentorship(trx, subjectId, { turned_at: now });
				next.push({ subjectId, nextAt: nextTurn(after)?.at ?? null });
			}
			return { owed, next };
		},
	};
}
