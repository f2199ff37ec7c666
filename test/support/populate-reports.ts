import type { ClientBase } from "pg";
import { programId } from "./populate-programs.ts";

/** A report of the first program, made when there were few people. */
export async function leaveRelease(
	client: ClientBase,
	team: string,
): Promise<void> {
	const at = "2026-01-05T09:00:00.000Z";
	const figures = [{ id: "enrolled", kind: "hidden", asOf: at }];
	await client.query(
		`insert into release (workspace_id, release_id, program_id, made_at, figures)
			select workspace_id, gen_random_uuid(), program_id, $1, $2
				from program where program_id = $3`,
		[at, JSON.stringify(figures), await programId(client, team, "first")],
	);
}

/** A cohort of the first program: whoever joins now takes part. */
export async function openCohort(
	client: ClientBase,
	team: string,
): Promise<void> {
	await client.query(
		`insert into cohort (workspace_id, cohort_id, program_id, name,
				signup_from, signup_until, kickoff_on, ends_on)
			select workspace_id, gen_random_uuid(), program_id, 'Spring',
				current_date - 2, current_date + 2, current_date + 3,
				current_date + 90
			from program where program_id = $1`,
		[await programId(client, team, "first")],
	);
}
