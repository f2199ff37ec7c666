import { sql } from "kysely";
import { newId, type WorkspaceTrx } from "../db/database.ts";
import type { Cohort, CohortPlan } from "./cohort.ts";

const days = [
	sql<string>`signup_from::text`.as("signupFrom"),
	sql<string>`signup_until::text`.as("signupUntil"),
	sql<string>`kickoff_on::text`.as("kickoffOn"),
	sql<string>`ends_on::text`.as("endsOn"),
];

const cohorts = (trx: WorkspaceTrx) =>
	trx
		.selectFrom("cohort")
		.select(["cohort_id as cohortId", "program_id as programId", "name"])
		.select(days)
		.where("workspace_id", "=", trx.workspaceId);

/** All of a program, the one that ends last first. */
export const listCohorts = (
	trx: WorkspaceTrx,
	programId: string,
): Promise<Cohort[]> =>
	cohorts(trx)
		.where("program_id", "=", programId)
		.orderBy("ends_on", "desc")
		.orderBy("cohort_id", "desc")
		.execute();

export const findCohort = (
	trx: WorkspaceTrx,
	cohortId: string,
): Promise<Cohort | undefined> =>
	cohorts(trx).where("cohort_id", "=", cohortId).executeTakeFirst();

/** Those of a program whose summary has been made. */
export async function listSummarized(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Set<string>> {
	const rows = await trx
		.selectFrom("release")
		.select("cohort_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("cohort_id", "is not", null)
		.execute();
	return new Set(rows.flatMap((row) => row.cohort_id ?? []));
}

const values = (plan: CohortPlan) => ({
	name: plan.name,
	signup_from: plan.signupFrom,
	signup_until: plan.signupUntil,
	kickoff_on: plan.kickoffOn,
	ends_on: plan.endsOn,
});

export async function insertCohort(
	trx: WorkspaceTrx,
	programId: string,
	plan: CohortPlan,
): Promise<Cohort> {
	const cohortId = newId();
	await trx
		.insertInto("cohort")
		.values({
			workspace_id: trx.workspaceId,
			cohort_id: cohortId,
			program_id: programId,
			...values(plan),
		})
		.execute();
	return { ...plan, cohortId, programId };
}

export async function updateCohort(
	trx: WorkspaceTrx,
	cohortId: string,
	plan: CohortPlan,
): Promise<void> {
	await trx
		.updateTable("cohort")
		.set(values(plan))
		.where("workspace_id", "=", trx.workspaceId)
		.where("cohort_id", "=", cohortId)
		.execute();
}

export async function deleteCohort(
	trx: WorkspaceTrx,
	cohortId: string,
): Promise<void> {
	await trx
		.deleteFrom("cohort")
		.where("workspace_id", "=", trx.workspaceId)
		.where("cohort_id", "=", cohortId)
		.execute();
}
