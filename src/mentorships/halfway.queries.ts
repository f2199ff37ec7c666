import type { WorkspaceTrx } from "../db/database.ts";
import type { Halfway, HalfwayAnswer } from "./halfway.ts";

/** A halfway review with its words sealed. */
export type HalfwayRow = Omit<Halfway, "answers"> & {
	answers: (Omit<HalfwayAnswer, "words"> & { words: Buffer | null })[];
};

/** The latest halfway review of a mentorship; undefined: none yet. */
export async function findHalfway(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<HalfwayRow | undefined> {
	const rows = await trx
		.selectFrom("halfway")
		.innerJoin("halfway_answer as answer", (join) =>
			join
				.onRef("answer.workspace_id", "=", "halfway.workspace_id")
				.onRef("answer.halfway_id", "=", "halfway.halfway_id"),
		)
		.select([
			"halfway.halfway_id as halfwayId",
			"halfway.asked_at as askedAt",
			"halfway.shared_at as sharedAt",
			"answer.person_id as personId",
			"answer.words",
			"answer.answered_at as answeredAt",
		])
		.where("halfway.workspace_id", "=", trx.workspaceId)
		.where("halfway.mentorship_id", "=", mentorshipId)
		// Ids are in order of time.
		.orderBy("halfway.halfway_id", "desc")
		.orderBy("answer.person_id")
		.execute();
	const [first] = rows;
	if (!first) return undefined;
	const { halfwayId, askedAt, sharedAt } = first;
	return {
		halfwayId,
		askedAt,
		sharedAt,
		answers: rows
			.filter((row) => row.halfwayId === halfwayId)
			.map(({ personId, words, answeredAt }) => ({
				personId,
				words,
				answeredAt,
			})),
	};
}

export async function insertHalfway(
	trx: WorkspaceTrx,
	{ halfwayId, mentorshipId }: { halfwayId: string; mentorshipId: string },
	personIds: string[],
	now: Date,
): Promise<void> {
	const { workspaceId: workspace_id } = trx;
	const halfway_id = halfwayId;
	trx.send(
		trx.insertInto("halfway").values({
			workspace_id,
			halfway_id,
			mentorship_id: mentorshipId,
			asked_at: now,
		}),
		trx
			.insertInto("halfway_answer")
			.values(
				personIds.map((person_id) => ({ workspace_id, halfway_id, person_id })),
			),
	);
}

/** `words` null: skipped. */
export async function updateAnswer(
	trx: WorkspaceTrx,
	{ halfwayId, personId }: { halfwayId: string; personId: string },
	words: Buffer | null,
	now: Date,
): Promise<void> {
	trx.send(
		trx
			.updateTable("halfway_answer")
			.set({ words, answered_at: now })
			.where("workspace_id", "=", trx.workspaceId)
			.where("halfway_id", "=", halfwayId)
			.where("person_id", "=", personId),
	);
}

export async function updateShared(
	trx: WorkspaceTrx,
	halfwayId: string,
	now: Date,
): Promise<void> {
	trx.send(
		trx
			.updateTable("halfway")
			.set({ shared_at: now })
			.where("workspace_id", "=", trx.workspaceId)
			.where("halfway_id", "=", halfwayId),
	);
}
