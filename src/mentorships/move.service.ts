import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
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
 * transaction's one call of `insertOwed`.
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
		ended_as: after.endedAs,
	});
	await saveTurn(trx, after);
	await updateHomeChanged(
		trx,
		before.members.map(({ personId }) => personId),
	);
	return { mentorship: after, owed: owedBy(after, moving) };
}

/** The calendar's next turn, after anything that changes it. */
export async function saveTurn(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
): Promise<void> {
	const { mentorshipId: subjectId } = mentorship;
	const next = nextTurn(mentorship);
	if (next)
		await saveSchedule(trx, { kind: turnKind, subjectId, nextAt: next.at });
	else await deleteSchedule(trx, { kind: turnKind, subjectId });
}

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
