import type { WorkspaceTrx } from "../db/database.ts";
import type { ExploringAnswer, Talk } from "./exploring.ts";

/** A tap counts once: a repetition of an earlier one changes nothing. */
export async function insertAnswer(
	trx: WorkspaceTrx,
	tap: { mentorshipId: string; requestKey: string } & ExploringAnswer,
): Promise<void> {
	trx.send(
		trx
			.insertInto("exploring_answer")
			.values({
				workspace_id: trx.workspaceId,
				mentorship_id: tap.mentorshipId,
				person_id: tap.personId,
				request_key: tap.requestKey,
				goes_on: tap.goesOn,
			})
			.onConflict((conflict) => conflict.doNothing()),
	);
}

/** The last answer of each who has given one. */
export async function listAnswers(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<ExploringAnswer[]> {
	return trx
		.selectFrom("exploring_answer")
		.distinctOn("person_id")
		.select(["person_id as personId", "goes_on as goesOn"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.orderBy("person_id")
		.orderBy("answered_at", "desc")
		.execute();
}

/** Of what anyone has said, nothing is kept. */
export async function deleteAnswers(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<void> {
	trx.send(
		trx
			.deleteFrom("exploring_answer")
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentorship_id", "=", mentorshipId),
	);
}

/**
 * Whether they have met, or are going to, as its reader knows it: whoever said
 * that a meeting did not take place must not find out that another said it did.
 */
export async function findTalk(
	trx: WorkspaceTrx,
	mentorshipId: string,
	{ reader, now }: { reader: string; now: Date },
): Promise<Talk> {
	const rows = await trx
		.selectFrom("meeting")
		.leftJoin("meeting_answer as own", (join) =>
			join
				.onRef("own.workspace_id", "=", "meeting.workspace_id")
				.onRef("own.meeting_id", "=", "meeting.meeting_id")
				.on("own.person_id", "=", reader),
		)
		.select("meeting.state")
		.where("meeting.workspace_id", "=", trx.workspaceId)
		.where("meeting.mentorship_id", "=", mentorshipId)
		.where((eb) =>
			eb.or([
				eb("meeting.state", "=", "met").and(
					eb.or([eb("own.answer", "is", null), eb("own.answer", "=", "met")]),
				),
				eb("meeting.state", "=", "planned").and("meeting.starts_at", ">", now),
			]),
		)
		.execute();
	if (rows.some(({ state }) => state === "planned")) return "booked";
	return rows.length > 0 ? "met" : "none";
}
