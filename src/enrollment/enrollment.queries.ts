import type { WorkspaceTrx } from "../db/database.ts";
import type { Role, State } from "./enrollment.ts";

export type EnrollmentKey = { programId: string; personId: string };

/** Text columns come and go sealed. */
export type EnrollmentRow = {
	role: Role;
	state: State;
	goal: Buffer | null;
	offer: Buffer | null;
	helps_not_with: Buffer | null;
	moves: Buffer | null;
	capacity: number;
	kinds_wanted: string[];
	kinds_offered: string[];
	rhythm: "weekly" | "every_two_weeks" | "monthly";
	length_minutes: number;
	format: "video" | "in_person" | "either";
	languages: string[];
	feedback_style: "direct" | "gentle" | null;
	plan_style: "structured" | "open" | null;
	medium_style: "talk" | "write" | null;
	ready_at: Date | null;
	joined_at: Date;
};

export type EnrollmentChange = Partial<Omit<EnrollmentRow, "joined_at">>;

export async function findEnrollment(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
): Promise<EnrollmentRow | undefined> {
	return trx
		.selectFrom("enrollment")
		.selectAll()
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.executeTakeFirst();
}

/** Holds the row until the transaction ends; undefined: not enrolled. */
export async function lockEnrollmentCapacity(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
): Promise<number | undefined> {
	const row = await trx
		.selectFrom("enrollment")
		.select("capacity")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.forUpdate()
		.executeTakeFirst();
	return row?.capacity;
}

/** Joins, or joins again; an earlier profile comes back as it was. */
export async function upsertEnrollment(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
	values: Pick<EnrollmentRow, "role" | "goal" | "offer"> & {
		participationVersion: number;
	},
): Promise<void> {
	const { participationVersion, ...rest } = values;
	const row = {
		...rest,
		state: "open" as const,
		paused_until: null,
		participation_version: participationVersion,
	};
	await trx
		.insertInto("enrollment")
		.values({
			workspace_id: trx.workspaceId,
			program_id: programId,
			person_id: personId,
			...row,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["workspace_id", "program_id", "person_id"])
				.doUpdateSet(row),
		)
		.execute();
}

export async function updateEnrollment(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
	change: EnrollmentChange,
): Promise<void> {
	await trx
		.updateTable("enrollment")
		.set(change)
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.execute();
}

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

export async function listExclusions(
	trx: WorkspaceTrx,
	personId: string,
): Promise<string[]> {
	const rows = await trx
		.selectFrom("exclusion")
		.innerJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "exclusion.workspace_id")
				.onRef("person.person_id", "=", "exclusion.other_id"),
		)
		.select("slack_user_id")
		.where("exclusion.workspace_id", "=", trx.workspaceId)
		.where("exclusion.person_id", "=", personId)
		.execute();
	return rows.map((row) => row.slack_user_id);
}

export async function replaceExclusions(
	trx: WorkspaceTrx,
	personId: string,
	otherIds: string[],
): Promise<void> {
	await trx
		.deleteFrom("exclusion")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
	if (otherIds.length === 0) return;
	await trx
		.insertInto("exclusion")
		.values(
			otherIds.map((other_id) => ({
				workspace_id: trx.workspaceId,
				person_id: personId,
				other_id,
			})),
		)
		.execute();
}
