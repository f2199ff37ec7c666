import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Meeting, MeetingAnswer } from "./meeting.ts";

const columns = [
	"meeting.meeting_id as meetingId",
	"meeting.mentorship_id as mentorshipId",
	"meeting.state",
	"meeting.starts_at as startsAt",
	"meeting.length_minutes as lengthMinutes",
	"meeting.in_writing as inWriting",
	"meeting.sequence",
	"meeting.set_by as setBy",
	"meeting.set_at as setAt",
	"meeting.held_at as heldAt",
] as const;

function meetings(trx: WorkspaceTrx) {
	return trx
		.selectFrom("meeting")
		.select(columns)
		.where("meeting.workspace_id", "=", trx.workspaceId);
}

export async function findMeeting(
	trx: WorkspaceTrx,
	meetingId: string,
): Promise<Meeting | undefined> {
	return meetings(trx)
		.where("meeting.meeting_id", "=", meetingId)
		.executeTakeFirst();
}

/** The latest of a mentorship, the latest first. */
export async function listMeetingsIn(
	trx: WorkspaceTrx,
	mentorshipId: string,
	most: number,
): Promise<Meeting[]> {
	return meetings(trx)
		.where("meeting.mentorship_id", "=", mentorshipId)
		.orderBy("meeting.starts_at", "desc")
		.orderBy("meeting.meeting_id", "desc")
		.limit(most)
		.execute();
}

/** What is planned in each of some mentorships; past ones included. */
export async function listPlannedIn(
	trx: WorkspaceTrx,
	mentorshipIds: string[],
): Promise<Meeting[]> {
	if (mentorshipIds.length === 0) return [];
	return meetings(trx)
		.where("meeting.state", "=", "planned")
		.where(
			"meeting.mentorship_id",
			"=",
			sql<string>`any(${mentorshipIds}::uuid[])`,
		)
		.execute();
}

/** What these people have planned in other mentorships that are under way. */
export async function listBusy(
	trx: WorkspaceTrx,
	{ personIds, mentorshipId }: { personIds: string[]; mentorshipId: string },
): Promise<Meeting[]> {
	return meetings(trx)
		.distinct()
		.innerJoin("mentorship_member as member", (join) =>
			join
				.onRef("member.workspace_id", "=", "meeting.workspace_id")
				.onRef("member.mentorship_id", "=", "meeting.mentorship_id"),
		)
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "meeting.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "meeting.mentorship_id"),
		)
		.where("meeting.state", "=", "planned")
		.where("meeting.in_writing", "=", false)
		.where("meeting.mentorship_id", "!=", mentorshipId)
		.where("mentorship.state", "not in", ["paused", "completed", "ended"])
		.where("member.person_id", "=", sql<string>`any(${personIds}::uuid[])`)
		.where("member.left_at", "is", null)
		.execute();
}

/** Of someone's mentorships under way, since they joined: unanswered ones. */
export async function listUnanswered(
	trx: WorkspaceTrx,
	personId: string,
	since: Date,
): Promise<Meeting[]> {
	return meetings(trx)
		.innerJoin("mentorship_member as member", (join) =>
			join
				.onRef("member.workspace_id", "=", "meeting.workspace_id")
				.onRef("member.mentorship_id", "=", "meeting.mentorship_id"),
		)
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "meeting.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "meeting.mentorship_id"),
		)
		.where("member.person_id", "=", personId)
		.where("member.left_at", "is", null)
		.where("member.stopped_at", "is", null)
		.where("mentorship.state", "not in", ["paused", "completed", "ended"])
		.where("meeting.starts_at", ">", since)
		.where(sql<boolean>`(joined_lineup = 0 or joined_at < meeting.starts_at)`)
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom("meeting_answer as mine")
						.select("mine.person_id")
						.whereRef("mine.workspace_id", "=", "meeting.workspace_id")
						.whereRef("mine.meeting_id", "=", "meeting.meeting_id")
						.where("mine.person_id", "=", personId),
				),
			),
		)
		.orderBy("meeting.starts_at")
		.execute();
}

export type NewMeeting = Omit<Meeting, "sequence"> & { createdAt: Date };

export async function insertMeeting(
	trx: WorkspaceTrx,
	meeting: NewMeeting,
): Promise<void> {
	await trx
		.insertInto("meeting")
		.values({
			workspace_id: trx.workspaceId,
			meeting_id: meeting.meetingId,
			mentorship_id: meeting.mentorshipId,
			state: meeting.state,
			starts_at: meeting.startsAt,
			length_minutes: meeting.lengthMinutes,
			in_writing: meeting.inWriting,
			set_by: meeting.setBy,
			set_at: meeting.setAt,
			created_at: meeting.createdAt,
			held_at: meeting.heldAt,
		})
		.execute();
}

export async function updateMeeting(
	trx: WorkspaceTrx,
	meeting: Meeting,
): Promise<void> {
	await trx
		.updateTable("meeting")
		.set({
			state: meeting.state,
			starts_at: meeting.startsAt,
			length_minutes: meeting.lengthMinutes,
			in_writing: meeting.inWriting,
			sequence: meeting.sequence,
			set_by: meeting.setBy,
			set_at: meeting.setAt,
			held_at: meeting.heldAt,
		})
		.where("workspace_id", "=", trx.workspaceId)
		.where("meeting_id", "=", meeting.meetingId)
		.execute();
}

export type OwnAnswer = { personId: string; answer: MeetingAnswer };

export async function listAnswers(
	trx: WorkspaceTrx,
	meetingId: string,
): Promise<OwnAnswer[]> {
	return trx
		.selectFrom("meeting_answer")
		.select(["person_id as personId", "answer"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("meeting_id", "=", meetingId)
		.execute();
}

/** How useful it was is of no meaning where the answer changes. */
export async function upsertAnswer(
	trx: WorkspaceTrx,
	{
		meetingId,
		personId,
		answer,
		now,
	}: OwnAnswer & {
		meetingId: string;
		now: Date;
	},
): Promise<void> {
	await trx
		.insertInto("meeting_answer")
		.values({
			workspace_id: trx.workspaceId,
			meeting_id: meetingId,
			person_id: personId,
			answer,
			answered_at: now,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["workspace_id", "meeting_id", "person_id"])
				.doUpdateSet({ answer, answered_at: now, usefulness: null })
				.where("meeting_answer.answer", "!=", answer),
		)
		.execute();
}

/** How useful it was for someone who was there, for nobody else to read. */
export async function updateUsefulness(
	trx: WorkspaceTrx,
	of: { meetingId: string; personId: string },
	usefulness: number,
): Promise<void> {
	trx.send(
		trx
			.updateTable("meeting_answer")
			.set({ usefulness })
			.where("workspace_id", "=", trx.workspaceId)
			.where("meeting_id", "=", of.meetingId)
			.where("person_id", "=", of.personId)
			.where("answer", "=", "met"),
	);
}

/** What was said of a time that has been moved is about nothing any more. */
export async function deleteAnswers(
	trx: WorkspaceTrx,
	meetingId: string,
): Promise<void> {
	await trx
		.deleteFrom("meeting_answer")
		.where("workspace_id", "=", trx.workspaceId)
		.where("meeting_id", "=", meetingId)
		.execute();
}
