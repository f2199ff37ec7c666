import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Stillness } from "./untouched.ts";

/** Paused, or stopped by one who is in it. */
const held = sql<boolean>`coalesce(mentorship.state = 'paused', false)
	or exists (select from mentorship_member m
		where m.workspace_id = goal.workspace_id
			and m.mentorship_id = goal.mentorship_id
			and m.stopped_at is not null and m.left_at is null)`;

/** How these goals stand, for the question whether to ask about them. */
export async function listStillness(
	trx: WorkspaceTrx,
	goalIds: string[],
): Promise<Stillness[]> {
	return trx
		.selectFrom("goal")
		.innerJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "goal.workspace_id")
				.onRef("person.person_id", "=", "goal.person_id"),
		)
		.leftJoin("enrollment", (join) =>
			join
				.onRef("enrollment.workspace_id", "=", "goal.workspace_id")
				.onRef("enrollment.program_id", "=", "goal.program_id")
				.onRef("enrollment.person_id", "=", "goal.person_id"),
		)
		.leftJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "goal.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "goal.mentorship_id"),
		)
		.select([
			"goal.goal_id as goalId",
			"goal.person_id as personId",
			"person.zone",
			"goal.state",
			"goal.touches",
			"goal.touched_at as touchedAt",
			"goal.asked_less as isAskedLess",
			"enrollment.state as part",
			held.as("isHeld"),
		])
		.where("goal.workspace_id", "=", trx.workspaceId)
		.where("goal.goal_id", "=", sql<string>`any(${goalIds}::uuid[])`)
		.execute();
}
