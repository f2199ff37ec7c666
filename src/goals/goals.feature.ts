import { z } from "zod";
import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readOwnPart } from "../enrollment/enrollment.service.ts";
import {
	action,
	command,
	type Feature,
	type Reply,
	type Visit,
	view,
} from "../slack/feature.ts";
import { sentence } from "../slack/slack.views.ts";
import { mostOpen } from "./goal.ts";
import type { Did } from "./goal-acts.ts";
import { addGoal, readFormPage, saveGoal } from "./goal-form.service.ts";
import { goalForm } from "./goal-form.ts";
import { faultErrors, goalFormModal } from "./goal-form.views.ts";
import {
	byOwner,
	byOwnerInForm,
	goalMeta,
	goalTap,
	pageMeta,
} from "./goal-policy.ts";
import { readOwnGoal, readOwnGoals } from "./goals.service.ts";
import { type GoalPage, goalModal, goalsModal } from "./goals.views.ts";
import { goalsSection } from "./goals-home.views.ts";

const anything = z.unknown();

const readerOf = ({ actor, now }: Visit) => ({ ...actor, now });

/** All one's goals, with what has just been done to one of them. */
async function showList(
	deps: Deps,
	visit: Visit,
	did: Did | null = null,
): Promise<Reply> {
	const [goals, part] = await Promise.all([
		readOwnGoals(deps, visit),
		readOwnPart(deps, visit),
	]);
	const view = goalsModal(goals, readerOf(visit), visit.text, {
		hasJoined: part !== null,
		did,
	});
	return { do: "update", view };
}

/** One of one's goals, or the list where the act came from there. */
export async function showGoal(
	deps: Deps,
	visit: Visit,
	goalId: string,
	{ page, did = null }: { page: GoalPage; did?: Did | null },
): Promise<Reply> {
	if (page === "list") return showList(deps, visit, did);
	const own = await withWorkspace(deps.db, visit.workspaceId, (trx) =>
		readOwnGoal(deps, trx, goalId),
	);
	if (!own)
		return { do: "say", message: sentence(visit.text, "goals:page.gone") };
	const view = goalModal(own, readerOf(visit), visit.text, did);
	return { do: "update", view };
}

async function showForm(
	deps: Deps,
	visit: Visit,
	goalId: string | null,
	page: GoalPage,
): Promise<Reply> {
	const form = await readFormPage(deps, visit, goalId);
	if (goalId && form.goal?.state !== "open")
		return showGoal(deps, visit, goalId, { page: "goal", did: "ended" });
	const view = goalFormModal(form, readerOf(visit), visit.text, page);
	return { do: "update", view };
}

/** One's own goals: the list, a page each, the form, and Home. */
export const goalsFeature: Feature = {
	name: "goals",
	entries: [
		command({
			id: "goals",
			policy: { who: "member" },
			input: z.string(),
			help: { usage: "goals", about: "goals:help" },
			handle: (deps, visit) => showList(deps, visit),
		}),
		action({
			id: "goals:list",
			policy: { who: "member" },
			input: anything,
			handle: (deps, visit) => showList(deps, visit),
		}),
		action({
			id: "goals:open",
			policy: byOwner,
			input: goalTap,
			handle: (deps, visit, { value }) =>
				showGoal(deps, visit, value, { page: "goal" }),
		}),
		action({
			id: "goals:add",
			policy: { who: "enrolled" },
			input: z.object({ meta: pageMeta }),
			async handle(deps, visit) {
				const { open } = await readOwnGoals(deps, visit);
				return open.length < mostOpen
					? showForm(deps, visit, null, "list")
					: showList(deps, visit);
			},
		}),
		view({
			id: "goals:create",
			// Also for whoever has left meanwhile: what they typed stays.
			policy: { who: "member" },
			input: z.object({ form: goalForm }),
			async handle(deps, visit, { form }) {
				const faults = await addGoal(deps, visit, form);
				return faults
					? { do: "errors", errors: faultErrors(faults, visit.text) }
					: showList(deps, visit, "added");
			},
		}),
		action({
			id: "goals:edit",
			policy: byOwner,
			input: goalTap,
			handle: (deps, visit, { value, meta }) =>
				showForm(deps, visit, value, meta.page),
		}),
		view({
			id: "goals:save",
			policy: byOwnerInForm,
			input: z.object({ form: goalForm, meta: goalMeta }),
			async handle(deps, visit, { form, meta: { goal, page } }) {
				const saved = await saveGoal(deps, visit, goal, form);
				if (saved && "faults" in saved)
					return {
						do: "errors",
						errors: faultErrors(saved.faults, visit.text),
					};
				const did = saved?.did ?? null;
				return showGoal(deps, visit, goal, { page, did });
			},
		}),
	],
	home: [
		async (deps, visit) => {
			const [goals, part] = await Promise.all([
				readOwnGoals(deps, visit),
				readOwnPart(deps, visit),
			]);
			const hasAny = goals.open.length + goals.ended.length > 0;
			// Mentors have none by their part; their own are welcome all the same.
			if (!hasAny && (part === null || part.role === "mentor")) return null;
			return {
				title: visit.text.plain("goals:title"),
				blocks: goalsSection(goals, readerOf(visit), visit.text),
			};
		},
	],
};
