import { sql } from "kysely";
import {
	doToGoal,
	type OnAllReached,
} from "../../src/goals/goal-acts.service.ts";
import type { GoalAct } from "../../src/goals/goal-acts.ts";
import { addGoal, saveGoal } from "../../src/goals/goal-form.service.ts";
import { type GoalForm, goalForm } from "../../src/goals/goal-form.ts";
import { readOwnGoals } from "../../src/goals/goals.service.ts";
import { newPair } from "../mentorships/new-pair.ts";
import { openOffice } from "../support/office.ts";

type Words = Partial<Record<keyof GoalForm, string>>;

const form = (words: Words) =>
	goalForm.parse({ text: "Lead a team meeting", ...words });

/** An office in which people pursue goals. */
export async function openGoalOffice() {
	const office = await openOffice();
	const { deps, run, visit } = office;
	const own = (personId: string) => readOwnGoals(deps, visit(personId));
	return {
		...office,
		/** Two people in a mentorship, new ones each time. */
		pair: () => newPair(office),
		adds: (personId: string, words: Words = {}) =>
			addGoal(deps, visit(personId), form(words)),
		saves: (personId: string, goalId: string, words: Words = {}) =>
			saveGoal(deps, visit(personId), goalId, form(words)),
		does: (
			personId: string,
			goalId: string,
			act: GoalAct,
			hooks: OnAllReached[] = [],
		) => doToGoal(deps, visit(personId), goalId, act, hooks),
		own,
		/** The only open goal of someone. */
		async onlyGoal(personId: string) {
			const { open } = await own(personId);
			if (open.length !== 1 || !open[0])
				throw new Error("There is not one goal.");
			return open[0].goal;
		},
		/** Puts a mentorship into a state. */
		becomes: (mentorshipId: string, state: string) =>
			run((trx) =>
				sql`update mentorship set state = ${state}
					where mentorship_id = ${mentorshipId}`.execute(trx),
			),
	};
}

export type GoalOffice = Awaited<ReturnType<typeof openGoalOffice>>;
