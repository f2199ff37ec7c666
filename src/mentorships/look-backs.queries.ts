import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Ending } from "./closing.ts";
import type { SealedLookBack } from "./look-back.ts";

/** Whose look-back, on which closing of a mentorship. */
export type LookBackKey = Pick<
	SealedLookBack,
	"mentorshipId" | "personId" | "closing"
>;

function lookBacks(trx: WorkspaceTrx) {
	return trx
		.selectFrom("look_back")
		.select([
			"look_back_id as lookBackId",
			"mentorship_id as mentorshipId",
			"person_id as personId",
			"closing",
			"helped",
			"words",
			"thanks",
			"quote",
			"draft",
			"ending",
		])
		.where("workspace_id", "=", trx.workspaceId);
}

/** All that anyone has written in a mentorship, the oldest closing first. */
export async function listLookBacks(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<SealedLookBack[]> {
	return lookBacks(trx)
		.where("mentorship_id", "=", mentorshipId)
		.orderBy("closing")
		.orderBy("look_back_id")
		.execute();
}

export async function findLookBack(
	trx: WorkspaceTrx,
	lookBackId: string,
): Promise<SealedLookBack | undefined> {
	return lookBacks(trx)
		.where("look_back_id", "=", lookBackId)
		.executeTakeFirst();
}

/** The one of this key, begun with `newLookBackId` where there is none. */
export async function lockLookBack(
	trx: WorkspaceTrx,
	key: LookBackKey,
	newLookBackId: string,
): Promise<SealedLookBack> {
	trx.send(
		trx
			.insertInto("look_back")
			.values({
				workspace_id: trx.workspaceId,
				look_back_id: newLookBackId,
				mentorship_id: key.mentorshipId,
				person_id: key.personId,
				closing: key.closing,
			})
			.onConflict((conflict) => conflict.doNothing()),
	);
	return lookBacks(trx)
		.where("mentorship_id", "=", key.mentorshipId)
		.where("person_id", "=", key.personId)
		.where("closing", "=", key.closing)
		.forUpdate()
		.executeTakeFirstOrThrow();
}

export type LookBackChange = Partial<{
	helped: string[];
	words: Buffer;
	thanks: Buffer | null;
	quote: Buffer | null;
	draft: Buffer | null;
	looked_back_at: Date;
	ending: Ending;
}>;

export async function updateLookBack(
	trx: WorkspaceTrx,
	lookBackId: string,
	change: LookBackChange,
): Promise<void> {
	trx.send(
		trx
			.updateTable("look_back")
			.set(change)
			.where("workspace_id", "=", trx.workspaceId)
			.where("look_back_id", "=", lookBackId),
	);
}

/** Takes back what someone let the program quote from a mentorship. */
export async function deleteQuotes(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: Pick<LookBackKey, "mentorshipId" | "personId">,
): Promise<void> {
	trx.send(
		trx
			.updateTable("look_back")
			.set({ quote: null })
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentorship_id", "=", mentorshipId)
			.where("person_id", "=", personId),
	);
}

/** Those of these that may still be quoted. */
export async function listQuotes(
	trx: WorkspaceTrx,
	lookBackIds: string[],
): Promise<{ lookBackId: string; quote: Buffer | null }[]> {
	return trx
		.selectFrom("look_back")
		.select(["look_back_id as lookBackId", "quote"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("look_back_id", "=", sql<string>`any(${lookBackIds}::uuid[])`)
		.where("quote", "is not", null)
		.execute();
}
