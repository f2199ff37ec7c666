import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Rhythm } from "../time/periods.ts";

/** Further back than that, no talk says anything about now. */
const talksSince = sql`now() - interval '120 days'`;

const ids = (mentorshipIds: string[]) =>
	sql<string>`any(${mentorshipIds}::uuid[])`;

/** As agreed, or the program's default. */
const rhythm = sql<Rhythm>`coalesce(mentorship.rhythm,
	program.settings #>> '{defaults,rhythm}', 'every_two_weeks')`;

export function listPairRows(trx: WorkspaceTrx, mentorshipIds: string[]) {
	return trx
		.selectFrom("mentorship")
		.innerJoin("program", (join) =>
			join
				.onRef("program.workspace_id", "=", "mentorship.workspace_id")
				.onRef("program.program_id", "=", "mentorship.program_id"),
		)
		.leftJoin("nudge_count as counted", (join) =>
			join
				.onRef("counted.workspace_id", "=", "mentorship.workspace_id")
				.onRef("counted.mentorship_id", "=", "mentorship.mentorship_id"),
		)
		.leftJoin("no_answer", (join) =>
			join
				.onRef("no_answer.workspace_id", "=", "mentorship.workspace_id")
				.onRef("no_answer.mentorship_id", "=", "mentorship.mentorship_id")
				.on("no_answer.ended_at", "is", null),
		)
		.select([
			"mentorship.mentorship_id as mentorshipId",
			"mentorship.kind",
			"mentorship.state",
			"mentorship.since",
			"mentorship.exploring_until as exploringUntil",
			rhythm.as("rhythm"),
			"counted.counted_from as countedFrom",
			"counted.begun_anew_at as begunAnewAt",
			"counted.is_held as wasHeld",
			"no_answer.no_answer_id as noAnswerId",
		])
		.where("mentorship.workspace_id", "=", trx.workspaceId)
		.where("mentorship.mentorship_id", "=", ids(mentorshipIds))
		.execute();
}
export type PairRow = Awaited<ReturnType<typeof listPairRows>>[number];

export function listMemberRows(trx: WorkspaceTrx, mentorshipIds: string[]) {
	return trx
		.selectFrom("mentorship_member as member")
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "member.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "member.mentorship_id"),
		)
		.innerJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "member.workspace_id")
				.onRef("person.person_id", "=", "member.person_id"),
		)
		.leftJoin("enrollment as part", (join) =>
			join
				.onRef("part.workspace_id", "=", "member.workspace_id")
				.onRef("part.program_id", "=", "mentorship.program_id")
				.onRef("part.person_id", "=", "member.person_id"),
		)
		.leftJoin("fewer_nudges as fewer", (join) =>
			join
				.onRef("fewer.workspace_id", "=", "member.workspace_id")
				.onRef("fewer.mentorship_id", "=", "member.mentorship_id")
				.onRef("fewer.person_id", "=", "member.person_id"),
		)
		.select([
			"member.mentorship_id as mentorshipId",
			"member.person_id as personId",
			"member.role",
			"person.zone",
			"fewer.since as fewerSince",
			"member.stopped_at as stoppedAt",
			"part.state as part",
		])
		.where("member.workspace_id", "=", trx.workspaceId)
		.where("member.mentorship_id", "=", ids(mentorshipIds))
		.where("member.left_at", "is", null)
		.execute();
}
export type MemberRow = Awaited<ReturnType<typeof listMemberRows>>[number];

/** What was held, or is booked; what nobody ever spoke of is neither. */
export function listTalkRows(trx: WorkspaceTrx, mentorshipIds: string[]) {
	return trx
		.selectFrom("meeting")
		.select([
			"mentorship_id as mentorshipId",
			"state",
			"starts_at as startsAt",
			"held_at as heldAt",
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", ids(mentorshipIds))
		.where("state", "in", ["planned", "met"])
		.where("starts_at", ">", sql<Date>`${talksSince}`)
		.execute();
}
export type TalkRow = Awaited<ReturnType<typeof listTalkRows>>[number];

/** Whose mentorships nobody is at right now: only these may be counted anew. */
export async function listIdle(
	trx: WorkspaceTrx,
	mentorshipIds: string[],
): Promise<string[]> {
	if (mentorshipIds.length === 0) return [];
	const rows = await trx
		.selectFrom("mentorship")
		.select("mentorship_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", ids(mentorshipIds))
		.forKeyShare()
		.skipLocked()
		.execute();
	return rows.map((row) => row.mentorship_id);
}
