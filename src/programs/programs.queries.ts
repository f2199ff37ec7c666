import { newId, type WorkspaceTrx } from "../db/database.ts";
import type { Topic } from "./topic.ts";

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

export async function insertTopics(
	trx: WorkspaceTrx,
	programId: string,
	topics: Omit<Topic, "topicId">[],
): Promise<void> {
	await trx
		.insertInto("topic")
		.values(
			topics.map(({ name, synonyms }) => ({
				workspace_id: trx.workspaceId,
				program_id: programId,
				topic_id: newId(),
				name,
				synonyms,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function listTopics(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Topic[]> {
	return trx
		.selectFrom("topic")
		.select(["topic_id as topicId", "name", "synonyms"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.orderBy("name")
		.execute();
}
