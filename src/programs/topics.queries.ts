import { newId, type WorkspaceTrx } from "../db/database.ts";
import type { Topic } from "./topic.ts";

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

/** How many people have each topic in their profile, by topic. */
export async function countTopicUses(
	trx: WorkspaceTrx,
	programId: string,
): Promise<Map<string, number>> {
	const rows = await trx
		.selectFrom("enrollment_topic")
		.select((eb) => [
			"topic_id as topicId",
			eb
				.cast<number>(eb.fn.count("person_id").distinct(), "integer")
				.as("uses"),
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("topic_id", "is not", null)
		.groupBy("topic_id")
		.execute();
	return new Map(rows.map(({ topicId, uses }) => [topicId ?? "", uses]));
}

export async function updateTopic(
	trx: WorkspaceTrx,
	{ topicId, name, synonyms }: Topic,
): Promise<void> {
	await trx
		.updateTable("topic")
		.set({ name, synonyms })
		.where("workspace_id", "=", trx.workspaceId)
		.where("topic_id", "=", topicId)
		.execute();
}

/** Fails while anyone still has it. */
export async function deleteTopic(
	trx: WorkspaceTrx,
	topicId: string,
): Promise<void> {
	await trx
		.deleteFrom("topic")
		.where("workspace_id", "=", trx.workspaceId)
		.where("topic_id", "=", topicId)
		.execute();
}
