import type { WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Next } from "../scheduler/schedule.ts";
import type { OwnGoal } from "./goal.ts";
import { readOwnGoal } from "./goals.service.ts";
import { listStillness } from "./untouched.queries.ts";
import {
	judgeStillness,
	type Stillness,
	untouchedKey,
	untouchedKind,
} from "./untouched.ts";

/** Later than this the question is not worth asking any more. */
const staleAfterHours = 14 * 24;
const day = 24 * 3_600_000;

/** Whom to ask about these goals, and when to look at the others again. */
export async function planQuestions(
	trx: WorkspaceTrx,
	goalIds: string[],
	now: Date,
): Promise<{ owed: OwedMessage[]; next: Next[] }> {
	const found = await listStillness(trx, goalIds);
	const byId = new Map(found.map((still) => [still.goalId, still]));
	const owed: OwedMessage[] = [];
	const next: Next[] = [];
	for (const subjectId of goalIds) {
		const still = byId.get(subjectId);
		const verdict = still ? judgeStillness(still, now) : null;
		if (still && verdict?.is === "ask") owed.push(question(still));
		// Asked once: only a touch sets the next time.
		const nextAt = verdict?.is === "wait" ? verdict.until : null;
		next.push({ subjectId, nextAt });
	}
	return { owed, next };
}

function question(still: Stillness): OwedMessage {
	const { goalId, personId } = still;
	return {
		kind: untouchedKind,
		to: { personId },
		subjectId: goalId,
		key: untouchedKey(still),
		urgency: "this_week",
		staleAfterHours,
	};
}

/** The goal to ask about, when it is sent; null: there is nothing to ask. */
export async function readUntouched(
	deps: Deps,
	trx: WorkspaceTrx,
	goalId: string,
	now: Date,
): Promise<OwnGoal | null> {
	const [still] = await listStillness(trx, [goalId]);
	// Two clocks and a moved zone may differ; a touch since is a month away.
	const later = new Date(now.getTime() + day);
	if (!still || judgeStillness(still, later).is !== "ask") return null;
	return readOwnGoal(deps, trx, goalId);
}
