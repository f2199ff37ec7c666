import type { WorkspaceTrx } from "../db/database.ts";
import type { Posting } from "./posting.ts";

/** What became of the last try to post a report, which had one of these keys. */
export async function findPosting(
	trx: WorkspaceTrx,
	keys: readonly string[],
): Promise<Posting> {
	const rows = await trx
		.selectFrom("owed as o")
		.innerJoin("delivery as d", (join) =>
			join
				.onRef("d.workspace_id", "=", "o.workspace_id")
				.onRef("d.delivery_id", "=", "o.delivery_id"),
		)
		.innerJoin("gate as g", (join) =>
			join
				.onRef("g.workspace_id", "=", "d.workspace_id")
				.onRef("g.gate_key", "=", "d.gate_key"),
		)
		.select([
			"d.state",
			"d.sent_at as sentAt",
			"d.last_error as error",
			"g.stopped",
		])
		.where("o.workspace_id", "=", trx.workspaceId)
		.where("o.dedupe_key", "in", [...keys])
		.orderBy("o.owed_id", "desc")
		.execute();
	const [last] = rows;
	const tries = rows.length;
	if (!last) return { is: "never", tries };
	const { state, sentAt, stopped, error } = last;
	if (state === "sent") return { is: "stands", tries, at: sentAt };
	if (state === "failed" || state === "dropped")
		return { is: "lost", tries, reason: error ?? state };
	return stopped === null
		? { is: "going", tries }
		: { is: "stopped", tries, reason: stopped };
}
