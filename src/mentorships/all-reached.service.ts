import type { WorkspaceTrx } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { findMentorship } from "./read-mentorships.queries.ts";

/**
 * All goals of a mentorship are reached: its members are asked whether it
 * closes or goes on. Nothing closes by that.
 */
export async function askWhatIsNext(
	_deps: Deps,
	trx: WorkspaceTrx,
	{ now }: Pick<Visit, "now">,
	mentorshipId: string,
): Promise<void> {
	const mentorship = await findMentorship(trx, mentorshipId);
	if (mentorship?.state !== "active") return;
	// Reached, opened again and reached: asked once a day.
	const today = now.toISOString().slice(0, 10);
	await insertOwed(
		trx,
		mentorship.members.map(({ personId }) => ({
			kind: "mentorships:all-reached",
			to: { personId },
			subjectId: mentorshipId,
			key: `all-reached:${mentorshipId}:${today}:${personId}`,
			urgency: "today",
			staleAfterHours: 7 * 24,
		})),
	);
}
