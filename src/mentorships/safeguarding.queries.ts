import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Helper } from "./concern.ts";

export type HelperRow = Helper & {
	/** As a safeguarding contact, in the program's order; null: not at all. */
	rank: number | null;
	/** Runs the program. */
	manages: boolean;
};

/**
 * Who could be turned to about a mentorship: the program's safeguarding
 * contacts and its managers, without anyone in it, anyone above or below one
 * of them at any height, and anyone who cannot be written to.
 */
export async function listHelpers(
	trx: WorkspaceTrx,
	{
		mentorshipId,
		programId,
		contacts,
	}: { mentorshipId: string; programId: string; contacts: string[] },
): Promise<HelperRow[]> {
	const { rows } = await sql<HelperRow>`
		select p.person_id as "personId", p.slack_user_id as "slackUserId", p.name,
			array_position(${contacts}::uuid[], p.person_id) as rank,
			m.person_id is not null as manages
		from person p
		left join program_manager m on m.workspace_id = p.workspace_id
			and m.program_id = ${programId} and m.person_id = p.person_id
		where p.workspace_id = ${trx.workspaceId}
			and (p.person_id = any(${contacts}::uuid[]) or m.person_id is not null)
			and p.standing = 'member' and p.no_contact_at is null
			and p.person_id not in (
				select hidden_from(party.workspace_id, party.person_id)
				from mentorship_member party
				where party.workspace_id = ${trx.workspaceId}
					and party.mentorship_id = ${mentorshipId})
		order by rank nulls last, p.name`.execute(trx);
	return rows;
}

/** Which of these programs have named nobody to turn to; by name. */
export async function listProgramsWithoutContact(
	trx: WorkspaceTrx,
	programIds: string[],
): Promise<{ programId: string; name: string }[]> {
	return trx
		.selectFrom("program")
		.select(["program_id as programId", "name"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "in", programIds)
		.where(
			sql<number>`jsonb_array_length(
				coalesce(settings->'safeguarding', '[]'))`,
			"=",
			0,
		)
		.orderBy("name")
		.execute();
}
