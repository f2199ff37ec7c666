import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { MemberRole } from "../mentorships/mentorship.ts";
import type { MeetingState } from "./meeting.ts";

/** A member of a meeting's mentorship, for what comes around its time. */
export type TurnRow = {
	meetingId: string;
	state: MeetingState;
	startsAt: Date;
	lengthMinutes: number;
	sequence: number;
	setAt: Date;
	/** Neither paused nor over, and nobody has stopped it. */
	isSpokenOf: boolean;
	personId: string;
	role: MemberRole;
	zone: string;
	hours_start: string;
	hours_end: string;
	work_days: number[] | null;
	holidays: string[];
	/** Wants fewer, and this is one of those left out. */
	isLeftOut: boolean;
};

const spokenOf = sql<boolean>`mentorship.state not in
	('proposed', 'paused', 'completed', 'ended')
	and not exists (select from mentorship_member m
		where m.workspace_id = mentorship.workspace_id
			and m.mentorship_id = mentorship.mentorship_id
			and m.stopped_at is not null and m.left_at is null)`;

const holidays = sql<string[]>`array(select h->>'date' from
	jsonb_array_elements(coalesce(program.settings->'holidays', '[]')) h)`;

/** Whoever wants fewer hears of every second meeting. */
const leftOut = sql<boolean>`exists (select from fewer_nudges f
		where f.workspace_id = member.workspace_id
			and f.mentorship_id = member.mentorship_id
			and f.person_id = member.person_id)
	and (select count(*) % 2 = 1 from meeting earlier
		where earlier.workspace_id = meeting.workspace_id
			and earlier.mentorship_id = meeting.mentorship_id
			and earlier.state <> 'cancelled'
			and earlier.starts_at < meeting.starts_at)`;

/** Each member of each of these meetings, but for those that are off. */
export async function listTurning(
	trx: WorkspaceTrx,
	meetingIds: string[],
): Promise<TurnRow[]> {
	return trx
		.selectFrom("meeting")
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "meeting.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "meeting.mentorship_id"),
		)
		.innerJoin("program", (join) =>
			join
				.onRef("program.workspace_id", "=", "mentorship.workspace_id")
				.onRef("program.program_id", "=", "mentorship.program_id"),
		)
		.innerJoin("mentorship_member as member", (join) =>
			join
				.onRef("member.workspace_id", "=", "mentorship.workspace_id")
				.onRef("member.mentorship_id", "=", "mentorship.mentorship_id"),
		)
		.innerJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "member.workspace_id")
				.onRef("person.person_id", "=", "member.person_id"),
		)
		.select([
			"meeting.meeting_id as meetingId",
			"meeting.state",
			"meeting.starts_at as startsAt",
			"meeting.length_minutes as lengthMinutes",
			"meeting.sequence",
			"meeting.set_at as setAt",
			spokenOf.as("isSpokenOf"),
			"person.person_id as personId",
			"member.role",
			"person.zone",
			"person.hours_start",
			"person.hours_end",
			"person.work_days",
			holidays.as("holidays"),
			leftOut.as("isLeftOut"),
		])
		.where("meeting.workspace_id", "=", trx.workspaceId)
		.where("meeting.meeting_id", "=", sql<string>`any(${meetingIds}::uuid[])`)
		.where("meeting.state", "in", ["planned", "met", "moved", "not"])
		.where("member.left_at", "is", null)
		.orderBy("meeting.meeting_id")
		.orderBy("person.person_id")
		.execute();
}

/** What is still to come for any of these people. */
export async function listAheadOf(
	trx: WorkspaceTrx,
	personIds: string[],
	now: Date,
): Promise<string[]> {
	const rows = await trx
		.selectFrom("meeting")
		.innerJoin("mentorship_member as member", (join) =>
			join
				.onRef("member.workspace_id", "=", "meeting.workspace_id")
				.onRef("member.mentorship_id", "=", "meeting.mentorship_id"),
		)
		.select("meeting.meeting_id as meetingId")
		.distinct()
		.where("meeting.workspace_id", "=", trx.workspaceId)
		.where("meeting.state", "=", "planned")
		.where("meeting.starts_at", ">", now)
		.where("member.person_id", "=", sql<string>`any(${personIds}::uuid[])`)
		.where("member.left_at", "is", null)
		.execute();
	return rows.map(({ meetingId }) => meetingId);
}
