import { newId, type WorkspaceTrx } from "../db/database.ts";

/** The program every workspace starts with; null when it has one already. */
export async function insertFirstProgram(
	trx: WorkspaceTrx,
	name: string,
): Promise<string | null> {
	const row = await trx
		.insertInto("program")
		.values({
			workspace_id: trx.workspaceId,
			program_id: newId(),
			name,
			is_first: true,
			settings: "{}",
		})
		.onConflict((conflict) =>
			conflict.column("workspace_id").where("is_first", "=", true).doNothing(),
		)
		.returning("program_id")
		.executeTakeFirst();
	return row?.program_id ?? null;
}

/** Another one, beside the first. */
export async function insertProgram(
	trx: WorkspaceTrx,
	name: string,
): Promise<string> {
	const program_id = newId();
	await trx
		.insertInto("program")
		.values({
			workspace_id: trx.workspaceId,
			program_id,
			name,
			settings: "{}",
		})
		.execute();
	return program_id;
}

/** All programs of the workspace, the first one first. */
export async function listPrograms(
	trx: WorkspaceTrx,
): Promise<{ programId: string; name: string }[]> {
	return trx
		.selectFrom("program")
		.select(["program_id as programId", "name"])
		.where("workspace_id", "=", trx.workspaceId)
		.orderBy("is_first", "desc")
		.orderBy("name")
		.execute();
}

export async function findFirstProgram(trx: WorkspaceTrx): Promise<string> {
	const row = await trx
		.selectFrom("program")
		.select("program_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("is_first", "=", true)
		.executeTakeFirstOrThrow();
	return row.program_id;
}

export async function findProgram(trx: WorkspaceTrx, programId: string) {
	return trx
		.selectFrom("program")
		.select(["name", "settings"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.executeTakeFirstOrThrow();
}

/** Holds the program until the transaction ends: changes come one by one. */
export async function lockProgram(trx: WorkspaceTrx, programId: string) {
	return trx
		.selectFrom("program")
		.select(["name", "settings"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.forNoKeyUpdate()
		.executeTakeFirstOrThrow();
}

export async function updateProgram(
	trx: WorkspaceTrx,
	programId: string,
	{ name, settings }: { name: string; settings: Record<string, unknown> },
): Promise<void> {
	await trx
		.updateTable("program")
		.set({ name, settings: JSON.stringify(settings) })
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.execute();
}
