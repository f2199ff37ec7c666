import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { refusalDays } from "./program-rules.ts";
import { liveStates } from "./request-moves.ts";

const waitingPeople = (trx: WorkspaceTrx, programId: string) =>
	trx
		.selectFrom("waiting")
		.select("person_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("state", "=", "waiting");

/** What those who wait have asked lately, and what became of it. */
export async function listAskedByWaiting(trx: WorkspaceTrx, programId: string) {
	const recent = sql<Date>`now() - make_interval(days => ${refusalDays})`;
	return trx
		.selectFrom("request")
		.select(["mentee_id", "mentor_id", "asked_at", "answered_at", "state"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentee_id", "in", waitingPeople(trx, programId))
		.where((eb) =>
			eb.or([
				eb("state", "in", liveStates),
				eb("asked_at", ">", recent),
				eb("answered_at", ">", recent),
			]),
		)
		.execute();
}

/** Mentorships that began since someone began to wait, a row each mentor. */
export async function listBegunByWaiting(trx: WorkspaceTrx, programId: string) {
	return trx
		.selectFrom("waiting")
		.innerJoin("mentorship_member as mentee", (join) =>
			join
				.onRef("mentee.workspace_id", "=", "waiting.workspace_id")
				.onRef("mentee.person_id", "=", "waiting.person_id")
				.onRef("mentee.joined_at", ">=", "waiting.since")
				.on("mentee.role", "=", "mentee"),
		)
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "waiting.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "mentee.mentorship_id")
				.onRef("mentorship.program_id", "=", "waiting.program_id"),
		)
		.innerJoin("mentorship_member as mentor", (join) =>
			join
				.onRef("mentor.workspace_id", "=", "waiting.workspace_id")
				.onRef("mentor.mentorship_id", "=", "mentee.mentorship_id")
				.on("mentor.role", "=", "mentor"),
		)
		.select(["waiting.waiting_id as waitingId", "mentor.person_id as mentorId"])
		.where("waiting.workspace_id", "=", trx.workspaceId)
		.where("waiting.program_id", "=", programId)
		.where("waiting.state", "=", "waiting")
		.where("mentorship.state", "!=", "proposed")
		.orderBy("mentorship.created_at")
		.execute();
}
