import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { discardDraftsOf } from "./agreement-drafts.service.ts";
import { deleteAnswers } from "./exploring-answers.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import {
	canMove,
	type EndedAs,
	isOver,
	type MentorshipState,
	type Move,
	moves,
} from "./mentorship-moves.ts";
import { updateMentorship } from "./mentorships.queries.ts";
import { lockMentorship } from "./read-mentorships.queries.ts";
import { nextTurn } from "./turns.ts";

/** The schedule of what the calendar does to a mentorship. */
export const turnKind = "mentorships:turn";
/** The schedule of what keeps it going; `checkins` plans it. */
export const nudgeKind = "mentorships:nudges";
/** The schedule of what ends with a mentorship; `meetings` plans it. */
export const overKind = "mentorships:over";

/** What a move changes besides the state. */
export type Moving = {
	move: Move;
	now: Date;
	/** Who moved it; null: the clock, which nobody need not be told of. */
	by: string | null;
	endedAs?: EndedAs;
	/** Of a pause. */
	until?: Date | null;
	ends?: "resume" | "end";
	/** As signed, or moved along. */
	dates?: Partial<
		Pick<Mentorship, "exploringUntil" | "halfwayOn" | "endsOn" | "activeSince">
	>;
	terms?: Pick<Mentorship, "rhythm" | "lengthMinutes">;
};

/** What became of a tap on a mentorship. */
export type Moved<T> =
	| { is: "done"; mentorship: Mentorship; did: T }
	/** Something happened before: it stands like this now. */
	| { is: "before"; mentorship: Mentorship };

/** Makes one move of a person; a second tap finds it made. null: it is gone. */
export function moveIt<T>(
	deps: Deps,
	{ workspaceId }: Pick<Visit, "workspaceId">,
	{ mentorshipId, move }: { mentorshipId: string; move: Move },
	work: (
		trx: WorkspaceTrx,
		mentorship: Mentorship,
	) => Promise<{ mentorship: Mentorship; did: T }>,
): Promise<Moved<T> | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await lockMentorship(trx, mentorshipId);
		if (!mentorship) return null;
		if (!canMove(mentorship.state, move)) return { is: "before", mentorship };
		return { is: "done", ...(await work(trx, mentorship)) };
	});
}

/**
 * Writes a move of a mentorship that is locked, and what the calendar does to
 * it then. Gives it as it is now, and what the move owes, to be owed in the
 * transaction's one call of `insertOwed`, which also has their Homes drawn.
 */
export async function makeMove(
	trx: WorkspaceTrx,
	before: Mentorship,
	moving: Moving,
): Promise<{ mentorship: Mentorship; owed: OwedMessage[] }> {
	const after = moved(before, moving);
	await updateMentorship(trx, before.mentorshipId, {
		state: after.state,
		since: after.since,
		changes: after.changes,
		turned_at: after.turnedAt,
		exploring_until: after.exploringUntil,
		active_since: after.activeSince,
		rhythm: after.rhythm,
		length_minutes: after.lengthMinutes,
		halfway_on: after.halfwayOn,
		ends_on: after.endsOn,
		paused_from: after.pausedFrom,
		paused_until: after.pausedUntil,
		pause_ends: after.pauseEnds,
		paused_by: after.pausedBy,
		ended_as: after.endedAs,
	});
	// While it is paused, exploring is not over.
	const hasExplored = after.state !== "exploring" && after.state !== "paused";
	if (hasExplored) await deleteAnswers(trx, before.mentorshipId);
	await saveTurn(trx, after);
	if (isOver(after.state)) {
		const people = after.members.map(({ personId }) => personId);
		await discardDraftsOf(trx, before.mentorshipId, people);
		await saveOver(trx, after);
	}
	return { mentorship: after, owed: owedBy(after, moving) };
}

/** The calendar's next turn, after anything that changes it. */
export async function saveTurn(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
): Promise<void> {
	const { mentorshipId: subjectId, turnedAt } = mentorship;
	const next = nextTurn(mentorship);
	const turn = { kind: turnKind, subjectId };
	await Promise.all([
		next
			? saveSchedule(trx, { ...turn, nextAt: next.at })
			: deleteSchedule(trx, turn),
		saveSchedule(trx, { kind: nudgeKind, subjectId, nextAt: turnedAt }),
	]);
}

/**
 * What keeps it going is planned anew: what that goes by has changed, such as a
 * booking. The schedules of mentorships are written before those of meetings.
 */
export const ringNudges = (
	trx: WorkspaceTrx,
	mentorshipId: string,
	now: Date,
): Promise<void> =>
	saveSchedule(trx, { kind: nudgeKind, subjectId: mentorshipId, nextAt: now });

/** Other slices call off, at the next bell, what it leaves behind. */
const saveOver = (
	trx: WorkspaceTrx,
	{ mentorshipId: subjectId, since: nextAt }: Mentorship,
): Promise<void> => saveSchedule(trx, { kind: overKind, subjectId, nextAt });

/** A mentorship after a move; decides nothing about whether it may be made. */
export function moved(before: Mentorship, moving: Moving): Mentorship {
	const { now, endedAs, until = null, ends = "resume" } = moving;
	const state = stateAfter(before, moving.move);
	const isPaused = state === "paused";
	return {
		...before,
		...moving.dates,
		...moving.terms,
		state,
		since: now,
		changes: before.changes + 1,
		turnedAt: now,
		pausedFrom: isPaused ? pausedFrom(before) : null,
		pausedUntil: isPaused ? until : null,
		pauseEnds: isPaused ? ends : null,
		pausedBy: isPaused ? moving.by : null,
		endedAs: isOver(state) ? (endedAs ?? null) : null,
	};
}

function stateAfter(before: Mentorship, move: Move): MentorshipState {
	const { to } = moves[move];
	return to === "before" ? (before.pausedFrom ?? "active") : to;
}

function pausedFrom({ state }: Mentorship): Mentorship["pausedFrom"] {
	return state === "exploring" || state === "agreeing" ? state : "active";
}

/** Whom a move tells what; each telling once, however often it is made. */
export function owedBy(
	after: Mentorship,
	{ move, by }: Pick<Moving, "move" | "by">,
): OwedMessage[] {
	const { mentorshipId, changes, members } = after;
	return moves[move].owes.flatMap(({ what, to, urgency, staleAfterHours }) =>
		members
			.filter(({ personId }) => to === "members" || personId !== by)
			.map(
				({ personId }): OwedMessage => ({
					kind: `mentorships:${what}`,
					to: { personId },
					subjectId: mentorshipId,
					key: `${what}:${mentorshipId}:${changes}:${personId}`,
					urgency,
					staleAfterHours,
				}),
			),
	);
}
