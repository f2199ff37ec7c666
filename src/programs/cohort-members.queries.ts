import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Cohort } from "./cohort.ts";

/** How many take part in each, without those hidden from this manager. */
export async function countMembersFor(
	trx: WorkspaceTrx,
	{ programId, managerId }: { programId: string; managerId: string },
): Promise<Map<string, number>> {
	const { rows } = await sql<{ cohortId: string; people: number }>`
		with hidden as materialized (
			select id from hidden_from(${trx.workspaceId}, ${managerId}) id
		)
		select m.cohort_id as "cohortId", count(*)::int as people
		from cohort_member m join cohort c using (workspace_id, cohort_id)
		where m.workspace_id = ${trx.workspaceId} and c.program_id = ${programId}
			and m.person_id not in (select id from hidden)
		group by m.cohort_id`.execute(trx);
	return new Map(rows.map(({ cohortId, people }) => [cohortId, people]));
}

/** Whether anybody takes part in it, also one who is hidden from managers. */
export async function hasMembers(
	trx: WorkspaceTrx,
	cohortId: string,
): Promise<boolean> {
	const row = await trx
		.selectFrom("cohort_member")
		.select("person_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("cohort_id", "=", cohortId)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Of a program, the cohorts that someone takes part in. */
export async function listJoined(
	trx: WorkspaceTrx,
	{ programId, personId }: { programId: string; personId: string },
): Promise<Set<string>> {
	const rows = await trx
		.selectFrom("cohort_member as member")
		.innerJoin("cohort", (join) =>
			join
				.onRef("cohort.workspace_id", "=", "member.workspace_id")
				.onRef("cohort.cohort_id", "=", "member.cohort_id"),
		)
		.select("member.cohort_id")
		.where("member.workspace_id", "=", trx.workspaceId)
		.where("member.person_id", "=", personId)
		.where("cohort.program_id", "=", programId)
		.execute();
	return new Set(rows.map((row) => row.cohort_id));
}

export async function insertMember(
	trx: WorkspaceTrx,
	{ cohortId }: Pick<Cohort, "cohortId">,
	personId: string,
	now: Date,
): Promise<void> {
	await trx
		.insertInto("cohort_member")
		.values({
			workspace_id: trx.workspaceId,
			cohort_id: cohortId,
			person_id: personId,
			since: now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteMember(
	trx: WorkspaceTrx,
	{ cohortId }: Pick<Cohort, "cohortId">,
	personId: string,
): Promise<void> {
	await trx
		.deleteFrom("cohort_member")
		.where("workspace_id", "=", trx.workspaceId)
		.where("cohort_id", "=", cohortId)
		.where("person_id", "=", personId)
		.execute();
}

/**
 * The cohort of a mentorship in which someone takes part and of which there is
 * no summary yet; of several, the one that ends first.
 */
export async function findUnsummarized(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: { mentorshipId: string; personId: string },
): Promise<{ name: string } | undefined> {
	const { rows } = await sql<{ name: string }>`
		select c.name from cohort_member k
		join cohort c using (workspace_id, cohort_id)
		where k.workspace_id = ${trx.workspaceId} and k.person_id = ${personId}
			and is_of_cohort(k.workspace_id, k.cohort_id, ${mentorshipId})
			and not exists (select from release r
				where r.workspace_id = k.workspace_id
					and r.cohort_id = k.cohort_id)
		order by c.ends_on, c.cohort_id limit 1`.execute(trx);
	return rows[0];
}
