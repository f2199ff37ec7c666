import { newId, type WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import { exploringEnd, isStopped, type Mentorship } from "./mentorship.ts";
import { insertMentorship } from "./mentorships.queries.ts";
import { turnKind } from "./move.service.ts";
import {
	countSeatsTaken,
	findMentorship,
	listMentorshipsOf,
} from "./read-mentorships.queries.ts";
import { firstTurn } from "./turns.ts";

export type Accepted = {
	programId: string;
	requestId: string;
	mentorId: string;
	menteeId: string;
	kind: string;
	now: Date;
};

/** Begins a mentorship from an accepted request; both are owed a briefing. */
export async function beginExploring(
	trx: WorkspaceTrx,
	accepted: Accepted,
): Promise<{ mentorshipId: string; briefings: OwedMessage[] }> {
	const mentorshipId = newId();
	const exploringUntil = exploringEnd(accepted.now);
	const members = [
		{ personId: accepted.mentorId, role: "mentor" as const },
		{ personId: accepted.menteeId, role: "mentee" as const },
	];
	await insertMentorship(trx, {
		mentorshipId,
		programId: accepted.programId,
		requestId: accepted.requestId,
		kind: accepted.kind,
		exploringUntil,
		members,
	});
	await saveSchedule(trx, {
		kind: turnKind,
		subjectId: mentorshipId,
		nextAt: firstTurn(exploringUntil),
	});
	const briefings = members.map(({ personId, role }): OwedMessage => {
		return {
			kind: `mentorships:briefing-${role}`,
			to: { personId },
			subjectId: mentorshipId,
			key: `briefing:${mentorshipId}:${personId}`,
			urgency: "now",
			staleAfterHours: 72,
		};
	});
	return { mentorshipId, briefings };
}

export const readSeatsTaken = (
	trx: WorkspaceTrx,
	programId: string,
	mentorId: string,
): Promise<number> => countSeatsTaken(trx, programId, mentorId);

export const readMentorship = (
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> => findMentorship(trx, mentorshipId);

/**
 * A mentorship that may be spoken of: none once something is wrong in it.
 * Whatever Mentor says about one by itself is written from this.
 */
export async function readPromptable(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> {
	const mentorship = await findMentorship(trx, mentorshipId);
	return mentorship && !isStopped(mentorship) ? mentorship : undefined;
}

export const readMentorshipsOf = (
	trx: WorkspaceTrx,
	personId: string,
): Promise<Mentorship[]> => listMentorshipsOf(trx, personId);
