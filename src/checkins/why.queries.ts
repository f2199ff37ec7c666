import type { WorkspaceTrx } from "../db/database.ts";

/** What the last message to someone said, the first thing first. */
export async function listLastSaid(trx: WorkspaceTrx, personId: string) {
	return trx
		.selectFrom("owed")
		.innerJoin("delivery", (join) =>
			join
				.onRef("delivery.workspace_id", "=", "owed.workspace_id")
				.onRef("delivery.delivery_id", "=", "owed.delivery_id"),
		)
		.select([
			"owed.kind",
			"owed.subject_id as subjectId",
			"owed.dedupe_key as key",
			"delivery.sent_at as sentAt",
		])
		.where("owed.workspace_id", "=", trx.workspaceId)
		.where("owed.delivery_id", "=", ({ selectFrom }) =>
			selectFrom("delivery as last")
				.select("last.delivery_id")
				.where("last.workspace_id", "=", trx.workspaceId)
				.where("last.person_id", "=", personId)
				.where("last.state", "=", "sent")
				.orderBy("last.sent_at", "desc")
				.orderBy("last.delivery_id", "desc")
				.limit(1),
		)
		.orderBy("owed.owed_id")
		.execute();
}

/** The keys of all that was owed to someone about these, and has been planned. */
export async function listToldKeys(
	trx: WorkspaceTrx,
	personId: string,
	mentorshipIds: string[],
): Promise<string[]> {
	if (mentorshipIds.length === 0) return [];
	const rows = await trx
		.selectFrom("owed")
		.select("dedupe_key")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.where("subject_id", "in", mentorshipIds)
		.where("kind", "like", "checkins:%")
		.where("delivery_id", "is not", null)
		.execute();
	return rows.map((row) => row.dedupe_key);
}
