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
