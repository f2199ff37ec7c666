import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";

/**
 * Until when someone has snoozed all that comes by itself, and the holidays of
 * the programs they are in, as local dates.
 */
export async function findQuietTimes(
	trx: WorkspaceTrx,
	personId: string,
): Promise<{ snoozedUntil: Date | null; holidays: string[] }> {
	const { rows } = await sql<{
		snoozedUntil: Date | null;
		holidays: string[];
	}>`select (select until from snooze
			where workspace_id = ${trx.workspaceId} and person_id = ${personId})
				as "snoozedUntil",
		array(select distinct holiday ->> 'date'
			from enrollment e
			join program g using (workspace_id, program_id)
			cross join jsonb_array_elements(
				coalesce(g.settings -> 'holidays', '[]')) holiday
			where e.workspace_id = ${trx.workspaceId} and e.person_id = ${personId}
				and e.state <> 'left') as holidays`.execute(trx);
	return rows[0] ?? { snoozedUntil: null, holidays: [] };
}
