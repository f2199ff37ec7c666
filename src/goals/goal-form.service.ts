import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	dropDraft,
	keepDraft,
	readKeptDraft,
} from "../enrollment/drafts.service.ts";
import { keyOf, lockCapacity } from "../enrollment/enrollment.service.ts";
import { type Mentorship, memberOf } from "../mentorships/mentorship.ts";
import {
	readMentorship,
	readMentorshipsOf,
} from "../mentorships/mentorships.service.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { type Goal, mostOpen, sealWords, todayOf } from "./goal.ts";
import { writeChange } from "./goal-acts.service.ts";
import { type Did, planAct } from "./goal-acts.ts";
import {
	type DraftOwner,
	draftKeyOf,
	openDraft,
	sealDraft,
} from "./goal-draft.ts";
import {
	faultsIn,
	type GoalFaults,
	type GoalForm,
	type GoalFormPage,
	linesOf,
	mergeSteps,
} from "./goal-form.ts";
import {
	countOpenGoals,
	findGoal,
	insertGoal,
	lockGoal,
} from "./goals.queries.ts";
import { openGoal, tellReaders } from "./goals.service.ts";
import { readersIn } from "./readers.ts";
import { stillAt, untouchedKind } from "./untouched.ts";

/** The form of a goal, or of a new one, with what was refused before. */
export function readFormPage(
	deps: Deps,
	visit: Visit,
	goalId: string | null,
): Promise<GoalFormPage> {
	const { workspaceId, actor } = visit;
	const owner = ownerOf(visit, goalId);
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [row, mentorships, draft] = await Promise.all([
			goalId ? findGoal(trx, goalId) : undefined,
			listShareable(trx, actor.personId),
			readKeptDraft(trx, draftKeyOf(owner)),
		]);
		const own = row?.mentorshipId ?? null;
		const isLive = mentorships.some(({ mentorshipId }) => mentorshipId === own);
		return {
			goal: row ? openGoal(deps, workspaceId, row) : null,
			draft: draft ? openDraft(deps.cipher, owner, draft) : null,
			mentorships,
			over: own && !isLive ? ((await readMentorship(trx, own)) ?? null) : null,
		};
	});
}

/** Adds a goal; faults by field, when it cannot be. */
export function addGoal(
	deps: Deps,
	visit: Visit,
	form: GoalForm,
): Promise<GoalFaults | null> {
	const { workspaceId, programId, actor, now } = visit;
	const { personId } = actor;
	const owner = ownerOf(visit, null);
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		// One after another, so that nobody passes the limit.
		await lockCapacity(trx, keyOf(visit));
		const faults = await judgeNew(trx, visit, form);
		if (hasAny(faults)) return refuse(deps, trx, owner, form, faults);
		if (!(await claimRequest(trx, visit.key))) return null;
		const goalId = newId();
		const words = { ...form, steps: mergeSteps([], linesOf(form.steps)) };
		await insertGoal(trx, {
			goalId,
			programId,
			personId,
			mentorshipId: form.mentorship,
			words: sealWords(deps.cipher, { workspaceId, goalId }, words),
			dueOn: form.dueOn,
			now,
		});
		await dropDraft(trx, draftKeyOf(owner));
		await saveSchedule(trx, {
			kind: untouchedKind,
			subjectId: goalId,
			nextAt: stillAt(now, actor.zone),
		});
		await tellReaders(trx, personId, [form.mentorship]);
		return null;
	});
}

export type Saved = { did: Did } | { faults: GoalFaults };

/** Saves what was edited; null: there is no such goal. */
export function saveGoal(
	deps: Deps,
	visit: Visit,
	goalId: string,
	form: GoalForm,
): Promise<Saved | null> {
	const owner = ownerOf(visit, goalId);
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const row = await lockGoal(trx, goalId);
		if (!row) return null;
		const goal = openGoal(deps, visit.workspaceId, row);
		const faults: GoalFaults =
			goal.state === "open"
				? await judgeForm(trx, visit, form, goal)
				: { text: "ended" };
		if (hasAny(faults))
			return { faults: await refuse(deps, trx, owner, form, faults) };
		const { text, measure, dueOn, mentorship: mentorshipId } = form;
		const steps = mergeSteps(goal.steps, linesOf(form.steps));
		const words = { text, measure, steps };
		const save = { is: "save", words, dueOn, mentorshipId } as const;
		const { did, change } = planAct(goal, save, 0);
		if (change && (await claimRequest(trx, visit.key))) {
			await dropDraft(trx, draftKeyOf(owner));
			await writeChange(deps, trx, visit, goal, change);
		}
		return { did };
	});
}

const hasAny = (faults: GoalFaults) => Object.keys(faults).length > 0;

const ownerOf = (
	{ workspaceId, actor }: Visit,
	goalId: string | null,
): DraftOwner => ({ workspaceId, personId: actor.personId, goalId });

/** What cannot be saved is kept, should the form be closed. */
async function refuse(
	deps: Deps,
	trx: WorkspaceTrx,
	owner: DraftOwner,
	form: GoalForm,
	faults: GoalFaults,
): Promise<GoalFaults> {
	const body = sealDraft(deps.cipher, owner, form);
	await keepDraft(trx, draftKeyOf(owner), body);
	return faults;
}

async function judgeNew(
	trx: WorkspaceTrx,
	visit: Visit,
	form: GoalForm,
): Promise<GoalFaults> {
	const { enrollment, personId } = visit.actor;
	if (!enrollment || enrollment.state === "left") return { text: "left" };
	if ((await countOpenGoals(trx, personId)) >= mostOpen)
		return { text: "mostOpen" };
	return judgeForm(trx, visit, form, null);
}

/** What is wrong with a form for this person, now. */
async function judgeForm(
	trx: WorkspaceTrx,
	{ actor, now }: Visit,
	form: GoalForm,
	before: Goal | null,
): Promise<GoalFaults> {
	const { mentorship } = form;
	const shareable = await listShareable(trx, actor.personId);
	const isOver =
		mentorship !== null &&
		mentorship !== before?.mentorshipId &&
		shareable.every(({ mentorshipId }) => mentorshipId !== mentorship);
	return {
		...faultsIn(form, { today: todayOf({ zone: actor.zone, now }), before }),
		...(isOver && { mentorship: "over" as const }),
	};
}

/** Where someone can share a goal: where they do not mentor, and are read. */
async function listShareable(
	trx: WorkspaceTrx,
	personId: string,
): Promise<Mentorship[]> {
	const mentorships = await readMentorshipsOf(trx, personId);
	return mentorships.filter(
		(mentorship) =>
			memberOf(mentorship, personId)?.role !== "mentor" &&
			readersIn(mentorship, personId).length > 0,
	);
}
