import type { WorkspaceTrx } from "../db/database.ts";

/**
 * Who was in a mentorship with whom that ended since then: a row each way. Not
 * who ended it, and of exploring not even whether anyone did. A single
 * conversation that did not come about parts nobody.
 */
export async function listParted(trx: WorkspaceTrx, since: Date) {
	return trx
		.selectFrom("mentorship as m")
		.innerJoin("mentorship_member as mine", (join) =>
			join
				.onRef("mine.workspace_id", "=", "m.workspace_id")
				.onRef("mine.mentorship_id", "=", "m.mentorship_id")
				.on("mine.left_at", "is", null),
		)
		.innerJoin("mentorship_member as other", (join) =>
			join
				.onRef("other.workspace_id", "=", "m.workspace_id")
				.onRef("other.mentorship_id", "=", "m.mentorship_id")
				.onRef("other.person_id", "<>", "mine.person_id")
				.on("other.left_at", "is", null),
		)
		.select(["mine.person_id", "other.person_id as other_id"])
		.where("m.workspace_id", "=", trx.workspaceId)
		.where("m.state", "=", "ended")
		.where("m.kind", "<>", "flash")
		.where("m.since", ">", since)
		.execute();
}

export type PartedRow = Awaited<ReturnType<typeof listParted>>[number];
