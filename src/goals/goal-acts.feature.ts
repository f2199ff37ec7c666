import { z } from "zod";
import type { Deps } from "../deps.ts";
import {
	action,
	type Entry,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { optionalText } from "../slack/fields.ts";
import { goalLengths } from "./goal.ts";
import { doToGoal, type OnAllReached } from "./goal-acts.service.ts";
import type { GoalAct } from "./goal-acts.ts";
import { readFormPage } from "./goal-form.service.ts";
import { letGoModal } from "./goal-form.views.ts";
import {
	byOwner,
	byOwnerInForm,
	byOwnerOfStep,
	goalMeta,
	goalTap,
	stepTap,
} from "./goal-policy.ts";
import { showGoal } from "./goals.feature.ts";
import type { GoalPage } from "./goals.views.ts";
import { quarterNames } from "./progress.ts";

/** Does it, and shows the goal, or the list, as it is now. */
async function perform(
	deps: Deps,
	visit: Visit,
	goalId: string,
	page: GoalPage,
	act: GoalAct,
	onAllReached: OnAllReached[] = [],
): Promise<Reply> {
	const did = await doToGoal(deps, visit, goalId, act, onAllReached);
	return showGoal(deps, visit, goalId, { page, did });
}

function stepEntry(id: string, isDone: boolean): Entry {
	return action({
		id,
		policy: byOwnerOfStep,
		input: stepTap,
		handle: (deps, visit, { value: { goalId, step }, meta }) =>
			perform(deps, visit, goalId, meta.page, { is: "step", id: step, isDone }),
	});
}

/** Progress in one tap, and the ends of a goal, each of which can be undone. */
export function goalActsFeature(onAllReached: OnAllReached[]): Feature {
	return {
		name: "goals",
		entries: [
			stepEntry("goals:stepDone", true),
			stepEntry("goals:stepUndone", false),
			...quarterNames.map((name, quarters) =>
				action({
					id: `goals:at-${name}`,
					policy: byOwner,
					input: goalTap,
					handle: (deps, visit, { value, meta }) =>
						perform(deps, visit, value, meta.page, {
							is: "quarters",
							quarters,
						}),
				}),
			),
			action({
				id: "goals:reach",
				policy: byOwner,
				input: goalTap,
				handle: (deps, visit, { value, meta: { page } }) =>
					perform(deps, visit, value, page, { is: "reach" }, onAllReached),
			}),
			action({
				id: "goals:reopen",
				policy: byOwner,
				input: goalTap,
				handle: (deps, visit, { value, meta: { page } }) =>
					perform(deps, visit, value, page, { is: "reopen" }),
			}),
			action({
				id: "goals:letGo",
				policy: byOwner,
				input: goalTap,
				async handle(deps, visit, { value, meta: { page } }) {
					const { goal } = await readFormPage(deps, visit, value);
					return goal?.state === "open"
						? { do: "update", view: letGoModal(goal, visit.text, page) }
						: showGoal(deps, visit, value, { page: "goal", did: "ended" });
				},
			}),
			view({
				id: "goals:confirmLetGo",
				policy: byOwnerInForm,
				input: z.object({
					form: z.object({ why: optionalText(goalLengths.why) }),
					meta: goalMeta,
				}),
				handle: (deps, visit, { form: { why }, meta: { goal, page } }) =>
					perform(deps, visit, goal, page, { is: "letGo", why }),
			}),
		],
	};
}
