import { sql } from "kysely";
import { withWorkspace } from "../../src/db/database.ts";
import type { Deps } from "../../src/deps.ts";
import { chooseSeat } from "../../src/matching/board.service.ts";
import type { BoardSeat } from "../../src/matching/board.ts";
import { seedClosing, seedExternal, seedTrial } from "./lives.ts";
import { seedActive } from "./seed-active.ts";
import type { Seeded } from "./seeded.ts";
import { visitOf } from "./seeded.ts";
import { tellOf } from "./telling.ts";
import type { DemoWorkspace } from "./workspace.ts";

/** Said when the demo starts, as it is what a visitor can answer. */
const stillSaid = ["matching:introduction", "mentorships:look-back"];

/**
 * The life of someone who has been in the program for a while: a mentorship
 * under way, one that is being explored, one with somebody outside Slack, and
 * one to look back on. All of it happened by the same services as in use, at
 * earlier times; what was said meanwhile is not said now.
 */
export async function seedLife(
	deps: Deps,
	seeded: Seeded,
	workspace: DemoWorkspace,
): Promise<void> {
	const tell = tellOf(deps, seeded, workspace);
	if (!tell) return;
	const closing = await seedClosing(tell);
	const active = await seedActive(tell);
	const trial = await seedTrial(tell);
	const outside = await seedExternal(tell);
	const visit = visitOf(deps, seeded, tell.mentee);
	const seats: [string | null, BoardSeat][] = [
		[closing, "technical"],
		[active, "leadership"],
		[trial, "technical"],
		[outside, "career"],
	];
	for (const [mentorshipId, seat] of seats)
		if (mentorshipId) await chooseSeat(deps, visit, { mentorshipId, seat });
	await withWorkspace(deps.db, seeded.workspaceId, (trx) =>
		trx
			.updateTable("owed")
			.set({ stale_after: sql<Date>`now()` })
			.where("workspace_id", "=", seeded.workspaceId)
			.where("kind", "not in", stillSaid)
			.execute(),
	);
}
