import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { EnrollmentKey } from "./enrollment.queries.ts";

export type TopicSide = "offered" | "wanted";

export type TopicRow = {
	side: TopicSide;
	topicKey: string;
	topicId: string | null;
	/** Of a listed topic. */
	name: string | null;
	/** Sealed; of one's own topic. */
	ownName: Buffer | null;
	level: number;
};

export async function listEnrollmentTopics(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
): Promise<TopicRow[]> {
	return trx
		.selectFrom("enrollment_topic")
		.leftJoin("topic", (join) =>
			join
				.onRef("topic.workspace_id", "=", "enrollment_topic.workspace_id")
				.onRef("topic.topic_id", "=", "enrollment_topic.topic_id"),
		)
		.select([
			"side",
			"topic_key as topicKey",
			"enrollment_topic.topic_id as topicId",
			"topic.name",
			"own_name as ownName",
			"level",
		])
		.where("enrollment_topic.workspace_id", "=", trx.workspaceId)
		.where("enrollment_topic.program_id", "=", programId)
		.where("person_id", "=", personId)
		.orderBy("topic.name")
		.orderBy("topic_key")
		.execute();
}

export type NewTopicRow = Omit<TopicRow, "name" | "side">;

/** The topics of one side from now on; levels already given are kept. */
export async function replaceEnrollmentTopics(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
	side: TopicSide,
	topics: NewTopicRow[],
): Promise<void> {
	const keys = topics.map((topic) => topic.topicKey);
	await trx
		.deleteFrom("enrollment_topic")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.where("side", "=", side)
		.$if(keys.length > 0, (query) => query.where("topic_key", "not in", keys))
		.execute();
	if (topics.length === 0) return;
	await trx
		.insertInto("enrollment_topic")
		.values(
			topics.map((topic) => ({
				workspace_id: trx.workspaceId,
				program_id: programId,
				person_id: personId,
				side,
				topic_key: topic.topicKey,
				topic_id: topic.topicId,
				own_name: topic.ownName,
				level: topic.level,
			})),
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/**
 * Whoever had one topic of the list has another instead; who had both keeps
 * the higher level.
 */
export async function moveTopic(
	trx: WorkspaceTrx,
	{ programId, from, into }: { programId: string; from: string; into: string },
): Promise<void> {
	await sql`with old as (
			delete from enrollment_topic
				where workspace_id = ${trx.workspaceId}
					and program_id = ${programId} and topic_id = ${from}
				returning *)
		insert into enrollment_topic (workspace_id, program_id, person_id,
			side, topic_key, topic_id, level)
		select workspace_id, program_id, person_id, side,
				${into}::uuid::text, ${into}::uuid, level from old
		on conflict (workspace_id, program_id, person_id, side, topic_key)
			do update set level = greatest(enrollment_topic.level, excluded.level)
		`.execute(trx);
}

export async function updateTopicLevel(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
	topic: { side: TopicSide; topicKey: string; level: number },
): Promise<void> {
	await trx
		.updateTable("enrollment_topic")
		.set({ level: topic.level })
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.where("side", "=", topic.side)
		.where("topic_key", "=", topic.topicKey)
		.execute();
}
