import { newId } from "../db/database.ts";
import type { OnBegin } from "../mentorships/external.service.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import { mostOpen, sealWords } from "./goal.ts";
import { usualDate } from "./goal-form.ts";
import { countOpenGoals, insertGoal } from "./goals.queries.ts";
import { stillAt, untouchedKind } from "./untouched.ts";

/** A mentorship begins with a goal, which is the mentee's like any other. */
export const beginWithGoal: OnBegin = async (
	{ cipher },
	trx,
	{ workspaceId, programId, actor, now },
	{ mentorshipId, goal: text },
) => {
	const { personId, zone } = actor;
	if ((await countOpenGoals(trx, personId)) >= mostOpen) return;
	const goalId = newId();
	const words = { text, measure: null, steps: [] };
	await insertGoal(trx, {
		goalId,
		programId,
		personId,
		mentorshipId,
		words: sealWords(cipher, { workspaceId, goalId }, words),
		dueOn: usualDate(now, zone),
		now,
	});
	await saveSchedule(trx, {
		kind: untouchedKind,
		subjectId: goalId,
		nextAt: stillAt(now, zone),
	});
};
