import type { WorkspaceTrx } from "../db/database.ts";

const overStates = ["completed", "ended"] as const;

/** When a mentorship began. */
export async function findBeginning(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Date | undefined> {
	const row = await trx
		.selectFrom("mentorship")
		.select("created_at")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.executeTakeFirst();
	return row?.created_at;
}

/** Ids of the mentorships someone was in to the end, the latest first. */
export async function listOverOf(
	trx: WorkspaceTrx,
	personId: string,
	most: number,
): Promise<string[]> {
	const rows = await trx
		.selectFrom("mentorship_member as member")
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "member.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "member.mentorship_id"),
		)
		.select("mentorship.mentorship_id as mentorshipId")
		.where("member.workspace_id", "=", trx.workspaceId)
		.where("member.person_id", "=", personId)
		.where("member.left_at", "is", null)
		.where("mentorship.state", "in", overStates)
		.orderBy("mentorship.since", "desc")
		.limit(most)
		.execute();
	return rows.map(({ mentorshipId }) => mentorshipId);
}
