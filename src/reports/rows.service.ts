import type { WorkspaceTrx } from "../db/database.ts";
import { readTopicList } from "../programs/programs.service.ts";
import {
	listClosings,
	listLookBackTicks,
	listReasons,
} from "./closing-rows.queries.ts";
import {
	listGoals,
	listIntroduced,
	listMatches,
	listPeople,
	listRequests,
	listTopicSides,
	listUseful,
	listWaiting,
} from "./figures.queries.ts";
import { listMentorships } from "./mentorship-rows.queries.ts";
import { type ProgramRows, windowStart } from "./rows.ts";

/** A program as figures are made of it; few queries, whatever its size. */
export async function readRows(
	trx: WorkspaceTrx,
	programId: string,
	now: Date,
	since = windowStart(now),
): Promise<ProgramRows> {
	const scope = { programId, since };
	// One after another: the time that a statement may take begins when it is
	// sent, and each of these has some work to do.
	const people = await listPeople(trx, scope);
	const mentorships = await listMentorships(trx, scope);
	const requests = await listRequests(trx, scope);
	const matches = await listMatches(trx, scope);
	const goals = await listGoals(trx, scope);
	const useful = await listUseful(trx, scope);
	const lookBacks = await listLookBackTicks(trx, scope);
	const closings = await listClosings(trx, scope);
	const reasons = await listReasons(trx, scope);
	const introduced = await listIntroduced(trx, scope);
	const waiting = await listWaiting(trx, scope);
	const topics = await listTopicSides(trx, scope);
	const listed = await readTopicList(trx, programId);
	return {
		...{ people, mentorships, requests, matches, goals, useful },
		...{ lookBacks, closings, reasons, introduced, waiting, topics },
		listed: listed.map(({ topicId }) => topicId),
	};
}
