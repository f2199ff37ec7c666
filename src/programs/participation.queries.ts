import { newId, type WorkspaceTrx } from "../db/database.ts";

/** A version of what people agree to. */
export type ParticipationText = {
	textId: string;
	programId: string;
	version: number;
	ownLines: string[];
	healthFrom: Date | null;
	createdAt: Date;
};

const fields = [
	"text_id as textId",
	"program_id as programId",
	"version",
	"own_lines as ownLines",
	"health_from as healthFrom",
	"created_at as createdAt",
] as const;

/** All versions that a program made itself, the newest first. */
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
			health_from: text.healthFrom,
			created_by: text.createdBy,
		})
		.execute();
	return textId;
}
