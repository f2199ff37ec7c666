import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { calendarAt } from "../time/calendar.ts";
import { writeAct } from "./acts.service.ts";
import {
	type Cohort,
	type CohortPlan,
	cohortProblems,
	type Phase,
	phaseOf,
} from "./cohort.ts";
import { countMembersFor, hasMembers } from "./cohort-members.queries.ts";
import {
	deleteCohort,
	findCohort,
	insertCohort,
	listCohorts,
	listSummarized,
	updateCohort,
} from "./cohorts.queries.ts";
import type { Problem } from "./problem.ts";
import { lockProgram } from "./programs.queries.ts";
import { readProgram } from "./programs.service.ts";

/** A cohort as its managers see it. */
export type ManagedCohort = Cohort & {
	phase: Phase;
	/** Who takes part, without those hidden from this manager. */
	people: number;
	/** Its summary has been made: nothing of it changes any more. */
	isSummarized: boolean;
};

/** What another slice does when a cohort is new, changed or gone. */
export type OnCohort = (
	trx: WorkspaceTrx,
	cohort: Cohort,
	is: { gone: boolean; now: Date },
) => Promise<void>;

export const loadCohorts = (
	deps: Deps,
	visit: Visit,
): Promise<ManagedCohort[]> =>
	withWorkspace(deps.db, visit.workspaceId, (trx) => readManaged(trx, visit));

async function readManaged(
	trx: WorkspaceTrx,
	{ programId, actor, now }: Visit,
): Promise<ManagedCohort[]> {
	const asked = { programId, managerId: actor.personId };
	const [cohorts, people, summarized, today] = await Promise.all([
		listCohorts(trx, programId),
		countMembersFor(trx, asked),
		listSummarized(trx, programId),
		readToday(trx, programId, now),
	]);
	return cohorts.map((cohort) => ({
		...cohort,
		phase: phaseOf(cohort, today),
		people: people.get(cohort.cohortId) ?? 0,
		isSummarized: summarized.has(cohort.cohortId),
	}));
}

/** The date where the program's reports are written. */
export async function readToday(
	trx: WorkspaceTrx,
	programId: string,
	now: Date,
): Promise<string> {
	const { settings } = await readProgram(trx, programId);
	return calendarAt(now).today(settings.report.zone);
}

/** All of a program, the one that ends last first. */
export const readCohorts = (
	trx: WorkspaceTrx,
	programId: string,
): Promise<Cohort[]> => listCohorts(trx, programId);

export const readCohort = (
	trx: WorkspaceTrx,
	cohortId: string,
): Promise<Cohort | undefined> => findCohort(trx, cohortId);

export type CohortSaved =
	| { outcome: "saved" | "gone" | "summarized" }
	| { outcome: "refused"; problems: Problem[] };

/** Makes a cohort, or changes one whose summary has not been made. */
export function saveCohort(
	deps: Deps,
	visit: Visit,
	cohortId: string | null,
	plan: CohortPlan,
	hooks: OnCohort[],
): Promise<CohortSaved> {
	const { programId, now } = visit;
	return change(deps, visit, async (trx, all): Promise<CohortSaved> => {
		const old = all.find((one) => one.cohortId === cohortId);
		if (cohortId !== null && !old) return { outcome: "gone" };
		if (old?.isSummarized) return { outcome: "summarized" };
		const others = all.filter((one) => one !== old);
		const today = await readToday(trx, programId, now);
		const problems = cohortProblems(plan, others, today);
		if (problems.length > 0) return { outcome: "refused", problems };
		if (!(await claimRequest(trx, visit.key))) return { outcome: "saved" };
		if (old) await updateCohort(trx, old.cohortId, plan);
		const cohort = old
			? { ...old, ...plan }
			: await insertCohort(trx, programId, plan);
		for (const hook of hooks) await hook(trx, cohort, { gone: false, now });
		await audit(trx, visit, old ? "changeCohort" : "addCohort", {
			cohort: plan.name,
			from: old ? planOf(old) : null,
			to: planOf(plan),
		});
		return { outcome: "saved" };
	});
}

/** Only one that nobody takes part in, and of which nothing was published. */
export function removeCohort(
	deps: Deps,
	visit: Visit,
	cohortId: string,
	hooks: OnCohort[],
): Promise<{ outcome: "removed" | "used" | "gone"; name: string }> {
	const { now } = visit;
	return change(deps, visit, async (trx, all) => {
		const cohort = all.find((one) => one.cohortId === cohortId);
		if (!cohort) return { outcome: "gone", name: "" };
		const { name } = cohort;
		const isUsed = cohort.isSummarized || (await hasMembers(trx, cohortId));
		if (isUsed) return { outcome: "used", name };
		if (!(await claimRequest(trx, visit.key)))
			return { outcome: "removed", name };
		for (const hook of hooks) await hook(trx, cohort, { gone: true, now });
		await deleteCohort(trx, cohortId);
		await audit(trx, visit, "removeCohort", { cohort: name });
		return { outcome: "removed", name };
	});
}

const planOf = ({
	name,
	signupFrom,
	signupUntil,
	kickoffOn,
	endsOn,
}: CohortPlan): CohortPlan => ({
	...{ name, signupFrom, signupUntil, kickoffOn, endsOn },
});

function change<T>(
	deps: Deps,
	visit: Visit,
	work: (trx: WorkspaceTrx, cohorts: ManagedCohort[]) => Promise<T>,
): Promise<T> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		await lockProgram(trx, visit.programId);
		return work(trx, await readManaged(trx, visit));
	});
}

async function audit(
	trx: WorkspaceTrx,
	{ actor, programId }: Visit,
	what: string,
	detail: Record<string, unknown>,
): Promise<void> {
	await writeAct(trx, {
		actorId: actor.personId,
		action: `programs:${what}`,
		programId,
		detail,
	});
}
