import type { WorkspaceTrx } from "../db/database.ts";

export type NudgeCount = {
	mentorshipId: string;
	isHeld: boolean;
	/** Left as it is when undefined. */
	countedFrom?: Date;
};

/** From when periods count; of mentorships that are held or idle. */
export async function saveNudgeCounts(
	trx: WorkspaceTrx,
	counts: NudgeCount[],
): Promise<void> {
	if (counts.length === 0) return;
	await trx
		.insertInto("nudge_count")
		.values(
			counts.map(({ mentorshipId, countedFrom = null, isHeld }) => ({
				workspace_id: trx.workspaceId,
				mentorship_id: mentorshipId,
				counted_from: countedFrom,
				is_held: isHeld,
			})),
		)
		.onConflict((conflict) =>
			conflict.columns(["workspace_id", "mentorship_id"]).doUpdateSet((eb) => ({
				is_held: eb.ref("excluded.is_held"),
				counted_from: eb.fn.coalesce(
					"excluded.counted_from",
					"nudge_count.counted_from",
				),
			})),
		)
		.execute();
}

/** A member wants to hear of it again, from now on. */
export async function saveBegunAnew(
	trx: WorkspaceTrx,
	mentorshipId: string,
	now: Date,
): Promise<void> {
	await trx
		.insertInto("nudge_count")
		.values({
			workspace_id: trx.workspaceId,
			mentorship_id: mentorshipId,
			begun_anew_at: now,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["workspace_id", "mentorship_id"])
				.doUpdateSet({ begun_anew_at: now }),
		)
		.execute();
}
