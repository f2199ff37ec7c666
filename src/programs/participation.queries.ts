import { newId, type WorkspaceTrx } from "../db/database.ts";

/** A version of what people agree to; `ownLines` are those of the program. */
export type ParticipationText = {
	textId: string;
	programId: string;
	version: number;
	ownLines: string[];
	createdAt: Date;
};

const fields = [
	"text_id as textId",
	"program_id as programId",
	"version",
	"own_lines as ownLines",
	"created_at as createdAt",
] as const;

/** All versions with lines of the program's own, the newest first. */
export async function listTexts(
	trx: WorkspaceTrx,
	programId: string,
): Promise<ParticipationText[]> {
	return trx
		.selectFrom("participation_text")
		.select(fields)
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.orderBy("version", "desc")
		.execute();
}

export async function findText(
	trx: WorkspaceTrx,
	textId: string,
): Promise<ParticipationText | undefined> {
	return trx
		.selectFrom("participation_text")
		.select(fields)
		.where("workspace_id", "=", trx.workspaceId)
		.where("text_id", "=", textId)
		.executeTakeFirst();
}

/** A new version; its id. */
export async function insertText(
	trx: WorkspaceTrx,
	text: Omit<ParticipationText, "textId" | "createdAt"> & { createdBy: string },
): Promise<string> {
	const textId = newId();
	await trx
		.insertInto("participation_text")
		.values({
			workspace_id: trx.workspaceId,
			text_id: textId,
			program_id: text.programId,
			version: text.version,
			own_lines: text.ownLines,
			created_by: text.createdBy,
		})
		.execute();
	return textId;
}
