import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { EndingReason } from "./closing.ts";

/** One more, in its month; whose it was is nowhere. */
export async function countEndingReason(
	trx: WorkspaceTrx,
	programId: string,
	reason: EndingReason,
	now: Date,
): Promise<void> {
	trx.send(
		trx
			.insertInto("ending_reason")
			.values({
				workspace_id: trx.workspaceId,
				program_id: programId,
				month: `${now.toISOString().slice(0, 7)}-01`,
				reason,
			})
			.onConflict((conflict) =>
				conflict
					.columns(["workspace_id", "program_id", "month", "reason"])
					.doUpdateSet({ times: sql<number>`ending_reason.times + 1` }),
			),
	);
}
