import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Cohort } from "../programs/cohort.ts";

type Of = Pick<Cohort, "cohortId" | "programId">;

export async function listCohortPeople(
	trx: WorkspaceTrx,
	{ cohortId }: Of,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select person_id as id from cohort_member
		where workspace_id = ${trx.workspaceId} and cohort_id = ${cohortId}`.execute(
		trx,
	);
	return rows.map(({ id }) => id);
}

export async function listCohortMentorships(
	trx: WorkspaceTrx,
	{ cohortId, programId }: Of,
): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select m.mentorship_id as id from mentorship m
		join cohort c on c.workspace_id = m.workspace_id
			and c.cohort_id = ${cohortId}
		where m.workspace_id = ${trx.workspaceId} and m.program_id = ${programId}
			and m.created_at between c.signup_from - 1 and c.ends_on + 2
			and is_of_cohort(${trx.workspaceId}, ${cohortId}, m.mentorship_id)`.execute(
		trx,
	);
	return rows.map(({ id }) => id);
}

/** Who looked back on a mentorship of a cohort, and let the program quote it. */
export type Quotable = {
	personId: string;
	lookBackId: string;
	hasQuote: boolean;
};

/** The latest of each person first. */
export async function listQuotable(
	trx: WorkspaceTrx,
	{ cohortId }: Of,
): Promise<Quotable[]> {
	const { rows } = await sql<Quotable>`
		select l.person_id as "personId", l.look_back_id as "lookBackId",
			l.quote is not null as "hasQuote"
		from look_back l join cohort_member k using (workspace_id, person_id)
		where l.workspace_id = ${trx.workspaceId} and k.cohort_id = ${cohortId}
			and l.looked_back_at is not null
			and is_of_cohort(l.workspace_id, k.cohort_id, l.mentorship_id)
		order by l.looked_back_at desc, l.look_back_id`.execute(trx);
	return rows;
}
