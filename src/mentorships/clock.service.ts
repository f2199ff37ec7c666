import { saveSchedules } from "../scheduler/schedules.queries.ts";
import type { OnClock } from "../workspaces/clock.service.ts";
import { nudgeKind } from "./move.service.ts";
import { listMentorshipsOf } from "./read-mentorships.queries.ts";

/** A period begins with the day, and someone's days begin at other times. */
export const replanMentorshipsOf: OnClock = async (trx, personIds, now) => {
	const all = await Promise.all(
		personIds.map((personId) => listMentorshipsOf(trx, personId)),
	);
	const subjectIds = all.flat().map(({ mentorshipId }) => mentorshipId);
	await saveSchedules(trx, { kind: nudgeKind, subjectIds, nextAt: now });
};
