import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { CheckinsTables } from "../db/schema/checkins.ts";
import type { NoAnswer } from "./no-answer.ts";

type Outcome = NonNullable<CheckinsTables["no_answer"]["outcome"]>;

function noAnswers(trx: WorkspaceTrx) {
	return trx
		.selectFrom("no_answer")
		.select([
			"no_answer_id as noAnswerId",
			"mentorship_id as mentorshipId",
			"person_id as personId",
			"asked_at as askedAt",
			"closes_at as closesAt",
			"ended_at as endedAt",
		])
		.where("workspace_id", "=", trx.workspaceId);
}

export async function findNoAnswer(
	trx: WorkspaceTrx,
	noAnswerId: string,
): Promise<NoAnswer | undefined> {
	return noAnswers(trx)
		.where("no_answer_id", "=", noAnswerId)
		.executeTakeFirst();
}

/** The last one of a mentorship; open while it has not ended. */
export async function findLastNoAnswer(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<NoAnswer | undefined> {
	return noAnswers(trx)
		.where("mentorship_id", "=", mentorshipId)
		.orderBy("asked_at", "desc")
		.limit(1)
		.executeTakeFirst();
}

export async function insertNoAnswer(
	trx: WorkspaceTrx,
	it: Omit<NoAnswer, "endedAt">,
): Promise<void> {
	await trx
		.insertInto("no_answer")
		.values({
			workspace_id: trx.workspaceId,
			no_answer_id: it.noAnswerId,
			mentorship_id: it.mentorshipId,
			person_id: it.personId,
			asked_at: it.askedAt,
			closes_at: it.closesAt,
		})
		.execute();
}

export async function endNoAnswer(
	trx: WorkspaceTrx,
	noAnswerId: string,
	outcome: Outcome,
	now: Date,
): Promise<void> {
	await trx
		.updateTable("no_answer")
		.set({ ended_at: now, outcome })
		.where("workspace_id", "=", trx.workspaceId)
		.where("no_answer_id", "=", noAnswerId)
		.where("ended_at", "is", null)
		.execute();
}

/**
 * What became of a question that was owed under these keys: when it was sent,
 * and how many of them were given up, if it could not be said in its time.
 */
export async function findQuestion(
	trx: WorkspaceTrx,
	keys: string[],
): Promise<{ sentAt: Date | null; lost: number }> {
	const rows = await trx
		.selectFrom("owed")
		.leftJoin("delivery", (join) =>
			join
				.onRef("delivery.workspace_id", "=", "owed.workspace_id")
				.onRef("delivery.delivery_id", "=", "owed.delivery_id"),
		)
		.select(["delivery.state", "delivery.sent_at as sentAt"])
		.where("owed.workspace_id", "=", trx.workspaceId)
		.where("owed.dedupe_key", "in", keys)
		.execute();
	const sent = rows.find(({ state }) => state === "sent");
	return {
		sentAt: sent?.sentAt ?? null,
		lost: rows.every(({ state }) => state === "dropped") ? rows.length : 0,
	};
}

/** Whether they have met, or booked a time, since a moment. */
export async function hasTalkSince(
	trx: WorkspaceTrx,
	mentorshipId: string,
	since: Date,
): Promise<boolean> {
	const row = await trx
		.selectFrom("meeting")
		.select("meeting_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.where("state", "in", ["planned", "met"])
		.where(sql<Date>`greatest(starts_at, set_at, held_at)`, ">", since)
		.executeTakeFirst();
	return row !== undefined;
}
