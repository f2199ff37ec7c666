import type { OnClock } from "../workspaces/clock.service.ts";
import { ringNudges } from "./move.service.ts";
import { listMentorshipsOf } from "./read-mentorships.queries.ts";

/** A period begins with the day, and someone's days begin at other times. */
export const replanMentorshipsOf: OnClock = async (trx, personIds, now) => {
	const all = await Promise.all(
		personIds.map((personId) => listMentorshipsOf(trx, personId)),
	);
	const ids = all.flat().map(({ mentorshipId }) => mentorshipId);
	// In one order for everybody: nobody waits in a circle.
	for (const mentorshipId of [...new Set(ids)].sort())
		await ringNudges(trx, mentorshipId, now);
};
