import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";

type Pair = { menteeId: string; thirdId: string };

/** One of the two is never to be matched with the other. */
export async function isKeptApart(
	trx: WorkspaceTrx,
	{ menteeId, thirdId }: Pair,
): Promise<boolean> {
	const { rows } = await sql<{ apart: boolean }>`
		select exists (select from exclusion
			where workspace_id = ${trx.workspaceId}
				and (person_id, other_id) in
					((${menteeId}::uuid, ${thirdId}::uuid),
					(${thirdId}::uuid, ${menteeId}::uuid))) as apart`.execute(trx);
	return rows[0]?.apart ?? false;
}

/** They are asked about each other, or were so since then, whatever was said. */
export async function wasAskedSince(
	trx: WorkspaceTrx,
	{ menteeId, thirdId }: Pair,
	since: Date,
): Promise<boolean> {
	const row = await trx
		.selectFrom("introduction")
		.select("introduction_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentee_id", "=", menteeId)
		.where("third_id", "=", thirdId)
		.where((eb) =>
			eb.or([
				eb("state", "in", ["offered", "named"]),
				eb("named_at", ">", since),
			]),
		)
		.executeTakeFirst();
	return row !== undefined;
}
