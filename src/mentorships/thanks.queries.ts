import type { WorkspaceTrx } from "../db/database.ts";
import type { Thanks } from "./thanks.ts";

/** False when they have thanked before. */
export async function insertThanks(
	trx: WorkspaceTrx,
	{
		mentorshipId,
		personId,
		words,
		now,
	}: Thanks & { mentorshipId: string; now: Date },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("thanks")
		.values({
			workspace_id: trx.workspaceId,
			mentorship_id: mentorshipId,
			person_id: personId,
			words,
			thanked_at: now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** Who has thanked in a mentorship, and in what words. */
export async function listThanks(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Thanks[]> {
	return trx
		.selectFrom("thanks")
		.select(["person_id as personId", "words"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.orderBy("person_id")
		.execute();
}
