import type { WorkspaceTrx } from "../db/database.ts";
import { seatStates } from "../mentorships/mentorship.ts";
import type { BoardSeat } from "./board.ts";

export type AdvisorRow = {
	mentorshipId: string;
	kind: string;
	seat: BoardSeat | null;
	/** Sealed; of a mentor outside Slack. */
	partnerName: Buffer | null;
	slackUserId: string | null;
	name: string | null;
};

/** The mentors of someone's mentorships under way, the oldest first. */
export async function listAdvisors(
	trx: WorkspaceTrx,
	personId: string,
): Promise<AdvisorRow[]> {
	return trx
		.selectFrom("mentorship_member as mine")
		.innerJoin("mentorship as m", (join) =>
			join
				.onRef("m.workspace_id", "=", "mine.workspace_id")
				.onRef("m.mentorship_id", "=", "mine.mentorship_id"),
		)
		.leftJoin("mentorship_member as theirs", (join) =>
			join
				.onRef("theirs.workspace_id", "=", "mine.workspace_id")
				.onRef("theirs.mentorship_id", "=", "mine.mentorship_id")
				.on("theirs.role", "=", "mentor"),
		)
		.leftJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "theirs.workspace_id")
				.onRef("person.person_id", "=", "theirs.person_id"),
		)
		.select([
			"m.mentorship_id as mentorshipId",
			"m.kind",
			"mine.board_seat as seat",
			"m.partner_name as partnerName",
			"person.slack_user_id as slackUserId",
			"person.name",
		])
		.where("mine.workspace_id", "=", trx.workspaceId)
		.where("mine.person_id", "=", personId)
		.where("mine.role", "=", "mentee")
		.where("mine.left_at", "is", null)
		.where("m.state", "in", seatStates)
		.orderBy("m.created_at")
		.orderBy("m.mentorship_id")
		.execute();
}
