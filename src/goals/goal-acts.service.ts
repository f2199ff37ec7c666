import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { keyOf, lockCapacity } from "../enrollment/enrollment.service.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { type Goal, sealWhy, sealWords } from "./goal.ts";
import {
	type Did,
	type GoalAct,
	type GoalChange,
	isAllReached,
	planAct,
} from "./goal-acts.ts";
import {
	countOpenGoals,
	listGoalsIn,
	lockGoal,
	touchGoal,
} from "./goals.queries.ts";
import { openGoal, tellReaders } from "./goals.service.ts";
import { stillAt, untouchedKind } from "./untouched.ts";

/**
 * What another slice does, in the same transaction, when the last open goal of
 * a mentorship is reached. It comes last, while the goal's row is held.
 */
export type OnAllReached = (
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	mentorshipId: string,
) => Promise<void>;

/** Does it to one of their goals; null: there is none of this id. */
export function doToGoal(
	deps: Deps,
	visit: Visit,
	goalId: string,
	act: GoalAct,
	onAllReached: OnAllReached[] = [],
): Promise<Did | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		// One after another, so that nobody passes the limit.
		if (act.is === "reopen") await lockCapacity(trx, keyOf(visit));
		const row = await lockGoal(trx, goalId);
		if (!row) return null;
		const goal = openGoal(deps, visit.workspaceId, row);
		const openCount = await countOpenGoals(trx, row.personId);
		const { did, change } = planAct(goal, act, openCount);
		if (!change) return did;
		if (!(await claimRequest(trx, visit.key))) return "already";
		await writeChange(deps, trx, visit, goal, change);
		if (did === "reached")
			await tellAllReached(deps, trx, visit, goal, onAllReached);
		return did;
	});
}

/** A touch: what it changes, and from when the goal is left alone again. */
export async function writeChange(
	deps: Deps,
	trx: WorkspaceTrx,
	{ workspaceId, actor, now }: Visit,
	{ goalId, owner, mentorshipId }: Goal,
	{ mentorshipId: newMentorship, ...given }: GoalChange,
): Promise<void> {
	const { words, why, dueOn, isAskedLess, ...change } = given;
	const { state } = change;
	const place = { workspaceId, goalId };
	await touchGoal(
		trx,
		goalId,
		{
			...change,
			...(words && { words: sealWords(deps.cipher, place, words) }),
			...(why !== undefined && {
				let_go_why: sealWhy(deps.cipher, place, why),
			}),
			...(dueOn !== undefined && { due_on: dueOn }),
			...(newMentorship !== undefined && { mentorship_id: newMentorship }),
			...(isAskedLess && { asked_less: true }),
			...(state && { ended_at: state === "open" ? null : now }),
		},
		now,
	);
	const schedule = { kind: untouchedKind, subjectId: goalId };
	if (state && state !== "open") await deleteSchedule(trx, schedule);
	else {
		const nextAt = stillAt(now, actor.zone);
		await saveSchedule(trx, { ...schedule, nextAt });
	}
	const shared = [mentorshipId, newMentorship ?? null];
	await tellReaders(trx, owner.personId, shared);
}

async function tellAllReached(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	{ goalId, mentorshipId }: Goal,
	onAllReached: OnAllReached[],
): Promise<void> {
	if (!mentorshipId) return;
	const goals = await listGoalsIn(trx, mentorshipId);
	// What someone reaches who has left a group says nothing about it.
	const isOfIt = goals.some((one) => one.goalId === goalId);
	if (!isOfIt || !isAllReached(goals.map(({ state }) => state))) return;
	for (const hook of onAllReached) await hook(deps, trx, visit, mentorshipId);
}
