import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { seatStates } from "../mentorships/mentorship.ts";
import { noStates } from "./request-moves.ts";

const jsonList = (query: ReturnType<typeof sql>) =>
	sql`coalesce((${query}), '[]'::jsonb)`;

/** Whom the person of this row is never to be matched with. */
const excludedByPerson = sql<string[]>`${jsonList(sql`
		select jsonb_agg(x.other_id) from exclusion x
			where x.workspace_id = p.workspace_id
				and x.person_id = p.person_id`)}`;

/** How many requests of a program wait for the answer of this row's person. */
const openRequestsToPerson = (programId: string) =>
	sql<number>`(select count(*)::int from request r
		where r.workspace_id = p.workspace_id
			and r.program_id = ${programId}
			and r.mentor_id = p.person_id
			and r.state in ('open', 'asked_back'))`;

/** One row a person: all the engine knows of them, texts still sealed. */
export async function listProfileRows(trx: WorkspaceTrx, programId: string) {
	return trx
		.selectFrom("person as p")
		.leftJoin("enrollment as e", (join) =>
			join
				.onRef("e.workspace_id", "=", "p.workspace_id")
				.onRef("e.person_id", "=", "p.person_id")
				.on("e.program_id", "=", programId),
		)
		.select([
			"p.person_id",
			"p.slack_user_id",
			"p.name",
			"p.title",
			"p.standing",
			"p.zone",
			"p.hours_start",
			"p.hours_end",
			"p.work_days",
			"p.level as seniority",
			"p.department",
			"p.location",
			"p.manager_id",
			"e.role",
			"e.state",
			"e.offer",
			"e.moves",
			"e.capacity",
			"e.kinds_wanted",
			"e.kinds_offered",
			"e.rhythm",
			"e.format",
			"e.languages",
			"e.feedback_style",
			"e.plan_style",
			"e.medium_style",
			"e.silent_since",
			"e.unavailable_until",
		])
		.select([
			sql<TopicJson[]>`${jsonList(sql`
				select jsonb_agg(jsonb_build_object('side', t.side,
					'topic', t.topic_key, 'level', t.level,
					'own', t.topic_id is null) order by t.topic_key)
				from enrollment_topic t
				where t.workspace_id = p.workspace_id
					and t.program_id = ${programId} and t.person_id = p.person_id`)}`.as(
				"topics",
			),
			excludedByPerson.as("excluded"),
			openRequestsToPerson(programId).as("open_requests"),
		])
		.where("p.workspace_id", "=", trx.workspaceId)
		.where((eb) =>
			eb.or([
				eb("e.person_id", "is not", null),
				// Managers need not join for their reports to be kept from them.
				eb(
					"p.person_id",
					"in",
					eb
						.selectFrom("person as report")
						.select("report.manager_id")
						.where("report.workspace_id", "=", trx.workspaceId)
						.where("report.manager_id", "is not", null)
						.$castTo<{ manager_id: string }>(),
				),
			]),
		)
		.execute();
}

export type TopicJson = {
	side: "offered" | "wanted";
	topic: string;
	level: 1 | 2 | 3;
	own: boolean;
};

export type ProfileRow = Awaited<ReturnType<typeof listProfileRows>>[number];

/** The mentorships under way in all programs, a row each member. */
export async function listPartnerRows(trx: WorkspaceTrx) {
	return trx
		.selectFrom("mentorship as m")
		.innerJoin("mentorship_member as mm", (join) =>
			join
				.onRef("mm.workspace_id", "=", "m.workspace_id")
				.onRef("mm.mentorship_id", "=", "m.mentorship_id"),
		)
		.select([
			"m.mentorship_id",
			"m.program_id",
			"m.kind",
			"m.state",
			"m.closed_at",
			"mm.person_id",
			"mm.role",
		])
		.where("m.workspace_id", "=", trx.workspaceId)
		.where("m.state", "in", seatStates)
		.where("mm.left_at", "is", null)
		.execute();
}

export type PartnerRow = Awaited<ReturnType<typeof listPartnerRows>>[number];

/** Mentors that someone asked in vain, with when it was. */
export async function listRefusals(trx: WorkspaceTrx, menteeId: string) {
	return trx
		.selectFrom("request")
		.select(["mentor_id", "answered_at"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentee_id", "=", menteeId)
		.where("state", "in", noStates)
		.execute();
}

/** Someone who has not joined: the facts that are known of them anyway. */
export async function findPersonRow(
	trx: WorkspaceTrx,
	{ programId, personId }: { programId: string; personId: string },
) {
	return trx
		.selectFrom("person as p")
		.select([
			"p.person_id",
			"p.standing",
			"p.zone",
			"p.hours_start",
			"p.hours_end",
			"p.work_days",
			"p.level as seniority",
			"p.department",
			"p.location",
			"p.manager_id",
			"p.no_contact_at",
		])
		.select([
			excludedByPerson.as("excluded"),
			openRequestsToPerson(programId).as("open_requests"),
		])
		.where("p.workspace_id", "=", trx.workspaceId)
		.where("p.person_id", "=", personId)
		.executeTakeFirstOrThrow();
}
