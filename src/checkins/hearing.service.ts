import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { isOver } from "../mentorships/mentorship-moves.ts";
import { holdMentorship } from "../mentorships/mentorships.service.ts";
import { ringNudges } from "../mentorships/move.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { deleteFewer, insertFewer } from "./fewer-nudges.queries.ts";
import { saveBegunAnew } from "./nudge-counts.queries.ts";

/** What a member wants to hear of a mentorship; null: it is gone. */
export function setHearing(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	wants: "fewer" | "usual" | "restart",
): Promise<Mentorship | null> {
	const { workspaceId, actor, now, key } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await holdMentorship(trx, mentorshipId);
		if (!mentorship || isOver(mentorship.state)) return mentorship ?? null;
		// Repeated after another tap, it must not undo that one.
		if (!(await claimRequest(trx, key))) return mentorship;
		const part = { mentorshipId, personId: actor.personId };
		if (wants === "fewer") await insertFewer(trx, part, now);
		if (wants === "usual") await deleteFewer(trx, part);
		if (wants === "restart" && mentorship.state === "active")
			await saveBegunAnew(trx, mentorshipId, now);
		await ringNudges(trx, mentorshipId, now);
		return mentorship;
	});
}
