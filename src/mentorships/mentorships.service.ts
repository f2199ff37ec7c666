import { newId, type WorkspaceTrx } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import { rolesOf } from "./kinds.ts";
import {
	exploringEnd,
	isQuiet,
	isStopped,
	type Mentorship,
	memberOf,
} from "./mentorship.ts";
import { isByTap } from "./mentorship-moves.ts";
import { insertMentorship, updateBoardSeat } from "./mentorships.queries.ts";
import { nudgeKind, turnKind } from "./move.service.ts";
import {
	countSeatsTaken,
	findMentorship,
	listMentorshipsOf,
	lockIdleMentorship,
	lockMentorship,
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

/**
 * Begins a mentorship from an accepted request; both are owed a briefing. Who
 * asked and who was asked are peers where nobody mentors.
 */
export async function beginExploring(
	trx: WorkspaceTrx,
	accepted: Accepted,
): Promise<{ mentorshipId: string; briefings: OwedMessage[] }> {
	const mentorshipId = newId();
	const exploringUntil = exploringEnd(accepted.now);
	const { asker, asked } = rolesOf(accepted.kind);
	const members = [
		{ personId: accepted.mentorId, role: asked },
		{ personId: accepted.menteeId, role: asker },
	];
	await insertMentorship(trx, {
		mentorshipId,
		programId: accepted.programId,
		requestId: accepted.requestId,
		kind: accepted.kind,
		exploringUntil,
		members,
	});
	const subjectId = mentorshipId;
	const begun = { kind: nudgeKind, subjectId, nextAt: accepted.now };
	const nextAt = firstTurn(exploringUntil);
	await Promise.all([
		saveSchedule(trx, begun),
		saveSchedule(trx, { kind: turnKind, subjectId, nextAt }),
	]);
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

/** The same, held until the transaction ends, before any other row of it. */
export const holdMentorship = (
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> => lockMentorship(trx, mentorshipId);

/** The same for the clock, which waits for nobody; undefined: held, or gone. */
export const holdIdleMentorship = (
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> => lockIdleMentorship(trx, mentorshipId);

/**
 * A mentorship that may be spoken of: none while it is paused, nor once
 * something is wrong in it. Whatever Mentor says about one by itself is written
 * from this, but for what is about the pause.
 */
export async function readPromptable(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> {
	const mentorship = await findMentorship(trx, mentorshipId);
	return mentorship && !isQuiet(mentorship) ? mentorship : undefined;
}

/** The same, for what is about a pause itself, or said whatever its state. */
export async function readUnstopped(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> {
	const mentorship = await findMentorship(trx, mentorshipId);
	return mentorship && !isStopped(mentorship) ? mentorship : undefined;
}

/**
 * The same, for news that the others wait for, as they know the date: to hear
 * nothing would tell them of the stop. Whoever stopped it hears nothing all the
 * same, and what a person ends after a stop stays untold.
 */
export async function readAwaited(
	trx: WorkspaceTrx,
	mentorshipId: string,
	personId: string,
): Promise<Mentorship | undefined> {
	const mentorship = await findMentorship(trx, mentorshipId);
	if (!mentorship || !isStopped(mentorship)) return mentorship;
	const isTheirs = memberOf(mentorship, personId)?.stoppedAt !== null;
	return isTheirs || isByTap(mentorship.endedAs) ? undefined : mentorship;
}

export const readMentorshipsOf = (
	trx: WorkspaceTrx,
	personId: string,
): Promise<Mentorship[]> => listMentorshipsOf(trx, personId);

export const setBoardSeat = updateBoardSeat;
