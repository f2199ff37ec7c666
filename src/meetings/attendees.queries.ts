import type { WorkspaceTrx } from "../db/database.ts";

/**
 * Holds the people of a mentorship until the transaction ends, in one order for
 * everybody: of two who plan something with the same person one comes second.
 * Before the mentorship itself is held.
 */
export async function lockAttendees(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<void> {
	await trx
		.selectFrom("enrollment")
		.select("person_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where(({ eb, selectFrom }) =>
			eb(
				"person_id",
				"in",
				selectFrom("mentorship_member as member")
					.select("member.person_id")
					.where("member.workspace_id", "=", trx.workspaceId)
					.where("member.mentorship_id", "=", mentorshipId)
					.where("member.left_at", "is", null),
			),
		)
		.orderBy("person_id")
		.orderBy("program_id")
		.forNoKeyUpdate()
		.execute();
}
