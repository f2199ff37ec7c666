import type { WorkspaceTrx } from "../db/database.ts";

export type NewNomination = {
	nominationId: string;
	programId: string;
	personId: string;
	nominatorId: string;
	saysWho: boolean;
	body: Buffer;
};

/** False when this colleague was nominated before, by anybody. */
export async function insertNomination(
	trx: WorkspaceTrx,
	nomination: NewNomination,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("nomination")
		.values({
			workspace_id: trx.workspaceId,
			nomination_id: nomination.nominationId,
			program_id: nomination.programId,
			person_id: nomination.personId,
			nominator_id: nomination.nominatorId,
			says_who: nomination.saysWho,
			body: nomination.body,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

export type NominationRow = {
	nominationId: string;
	programId: string;
	personId: string;
	saysWho: boolean;
	body: Buffer;
	declinedAt: Date | null;
	/** null: erased since. */
	nominatorName: string | null;
	nominatorSlackId: string | null;
};

export async function findNomination(
	trx: WorkspaceTrx,
	nominationId: string,
): Promise<NominationRow | undefined> {
	return trx
		.selectFrom("nomination as n")
		.leftJoin("person as by", (join) =>
			join
				.onRef("by.workspace_id", "=", "n.workspace_id")
				.onRef("by.person_id", "=", "n.nominator_id"),
		)
		.select([
			"n.nomination_id as nominationId",
			"n.program_id as programId",
			"n.person_id as personId",
			"n.says_who as saysWho",
			"n.body",
			"n.declined_at as declinedAt",
			"by.name as nominatorName",
			"by.slack_user_id as nominatorSlackId",
		])
		.where("n.workspace_id", "=", trx.workspaceId)
		.where("n.nomination_id", "=", nominationId)
		.executeTakeFirst();
}

export async function updateNominationDeclined(
	trx: WorkspaceTrx,
	nominationId: string,
	at: Date,
): Promise<void> {
	await trx
		.updateTable("nomination")
		.set({ declined_at: at })
		.where("workspace_id", "=", trx.workspaceId)
		.where("nomination_id", "=", nominationId)
		.execute();
}
