import type { WorkspaceTrx } from "../db/database.ts";

type Part = { mentorshipId: string; personId: string };

export async function insertFewer(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: Part,
	since: Date,
): Promise<void> {
	await trx
		.insertInto("fewer_nudges")
		.values({
			workspace_id: trx.workspaceId,
			mentorship_id: mentorshipId,
			person_id: personId,
			since,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteFewer(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: Part,
): Promise<void> {
	await trx
		.deleteFrom("fewer_nudges")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.where("person_id", "=", personId)
		.execute();
}
