import type { WorkspaceTrx } from "../db/database.ts";
import { type Mentorship, seatStates } from "./mentorship.ts";

/** The groups of a mentor that take new members, the oldest first. */
export async function listOpenGroups(
	trx: WorkspaceTrx,
	{ programId, mentorId }: { programId: string; mentorId: string },
): Promise<string[]> {
	const rows = await trx
		.selectFrom("mentorship")
		.innerJoin("mentorship_member as mentor", (join) =>
			join
				.onRef("mentor.workspace_id", "=", "mentorship.workspace_id")
				.onRef("mentor.mentorship_id", "=", "mentorship.mentorship_id")
				.on("mentor.person_id", "=", mentorId)
				.on("mentor.role", "=", "mentor")
				.on("mentor.left_at", "is", null),
		)
		.select("mentorship.mentorship_id")
		.where("mentorship.workspace_id", "=", trx.workspaceId)
		.where("mentorship.program_id", "=", programId)
		.where("mentorship.kind", "=", "group")
		.where("mentorship.closed_at", "is", null)
		.where("mentorship.state", "in", seatStates)
		.orderBy("mentorship.mentorship_id")
		.execute();
	return rows.map((row) => row.mentorship_id);
}

/** Since when someone is in it who joined the others later; null: always was. */
export async function findJoinedLater(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: { mentorshipId: string; personId: string },
): Promise<Date | null> {
	const row = await trx
		.selectFrom("mentorship_member")
		.select("joined_at")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.where("person_id", "=", personId)
		.where("joined_lineup", ">", 0)
		.executeTakeFirst();
	return row?.joined_at ?? null;
}

/** Who came and who left with the last change of members. */
export async function listLastChange(
	trx: WorkspaceTrx,
	{ mentorshipId, lineup }: Pick<Mentorship, "mentorshipId" | "lineup">,
): Promise<{ slackUserId: string; has: "come" | "left" }[]> {
	const rows = await trx
		.selectFrom("mentorship_member as member")
		.innerJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "member.workspace_id")
				.onRef("person.person_id", "=", "member.person_id"),
		)
		.select(["person.slack_user_id", "member.left_lineup"])
		.where("member.workspace_id", "=", trx.workspaceId)
		.where("member.mentorship_id", "=", mentorshipId)
		.where((eb) =>
			eb.or([
				eb("member.joined_lineup", "=", lineup),
				eb("member.left_lineup", "=", lineup),
			]),
		)
		.execute();
	return rows.map(({ slack_user_id: slackUserId, left_lineup }) => ({
		slackUserId,
		has: left_lineup === lineup ? "left" : "come",
	}));
}

/** Sealed: who mentors from outside Slack, and what it is about. */
export async function findOutside(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<{ partnerName: Buffer | null; about: Buffer | null } | undefined> {
	return trx
		.selectFrom("mentorship")
		.select(["partner_name as partnerName", "about"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.executeTakeFirst();
}
