import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";

export type ImportState =
	| "reading"
	| "checked"
	| "applying"
	| "applied"
	| "failed"
	| "abandoned";

export type ImportRecord = {
	importId: string;
	programId: string;
	startedBy: string;
	state: ImportState;
	total: number;
	/** Sealed; null for a file, and an hour later. */
	source: Buffer | null;
	/** Sealed; null until they are read, and an hour later. */
	rows: Buffer | null;
};

export async function insertImport(
	trx: WorkspaceTrx,
	record: Pick<ImportRecord, "importId" | "programId" | "startedBy" | "source">,
): Promise<void> {
	await trx
		.insertInto("directory_import")
		.values({
			workspace_id: trx.workspaceId,
			import_id: record.importId,
			program_id: record.programId,
			started_by: record.startedBy,
			state: "reading",
			source: record.source,
		})
		.execute();
}

export async function findImport(
	trx: WorkspaceTrx,
	importId: string,
): Promise<ImportRecord | undefined> {
	return trx
		.selectFrom("directory_import")
		.select([
			"import_id as importId",
			"program_id as programId",
			"started_by as startedBy",
			"state",
			"total",
			"source",
			"rows",
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where("import_id", "=", importId)
		.executeTakeFirst();
}

/** From one state to the next, once: false when it is in another by now. */
export async function updateImport(
	trx: WorkspaceTrx,
	importId: string,
	from: ImportState,
	to: { state: ImportState; total?: number; done?: number; rows?: Buffer },
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable("directory_import")
		.set({ ...to, touched_at: sql<Date>`now()` })
		.where("workspace_id", "=", trx.workspaceId)
		.where("import_id", "=", importId)
		.where("state", "=", from)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}

/** A sign of life of one that is still being read. */
export async function updateImportProgress(
	trx: WorkspaceTrx,
	importId: string,
	progress: { done: number; total: number },
): Promise<void> {
	await trx
		.updateTable("directory_import")
		.set({ ...progress, touched_at: sql<Date>`now()` })
		.where("workspace_id", "=", trx.workspaceId)
		.where("import_id", "=", importId)
		.where("state", "=", "reading")
		.execute();
}

/** When it began, and was last heard of; nobody changes it meanwhile. */
export async function lockImport(trx: WorkspaceTrx, importId: string) {
	return trx
		.selectFrom("directory_import")
		.select([
			"started_by as startedBy",
			"state",
			"created_at as createdAt",
			"touched_at as touchedAt",
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where("import_id", "=", importId)
		.forUpdate()
		.executeTakeFirst();
}

/** What was typed and read is personal: it is kept no longer than needed. */
export async function forgetRows(
	trx: WorkspaceTrx,
	importId: string,
): Promise<void> {
	await trx
		.updateTable("directory_import")
		.set({ source: null, rows: null })
		.where("workspace_id", "=", trx.workspaceId)
		.where("import_id", "=", importId)
		.execute();
}
