import type { WorkspaceTrx } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { readPerson } from "../workspaces/people.service.ts";
import { settleAgreement } from "./agreement-settle.service.ts";
import { goesOnWithout } from "./kinds.ts";
import type { Member, Mentorship } from "./mentorship.ts";
import { type Moved, makeMove, moveIt } from "./move.service.ts";
import { datesAfterPause, goneUntil, mayResume } from "./pause.ts";
import type { TakeTurn } from "./turn.service.ts";

type Made = { mentorship: Mentorship; owed: OwedMessage[] };

/** A member pauses it; null: until they come back. */
export function pause(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	until: Date | null,
): Promise<Moved<null> | null> {
	const move = "pause";
	return moveIt(deps, visit, { mentorshipId, move }, async (trx, before) => {
		// Repeated after it went on again, it must not pause it once more.
		if (!(await claimRequest(trx, visit.key)))
			return { mentorship: before, did: null };
		const { now, actor } = visit;
		const moving = { move, now, by: actor.personId, until } as const;
		const { mentorship, owed } = await makeMove(trx, before, moving);
		await insertOwed(trx, owed);
		return { mentorship, did: null };
	});
}

/** `waits`: it is somebody else's pause, or has become so. */
export type Resumed = "goesOn" | "waits";

/** Whoever needed the pause is back; the others cannot end it for them. */
export function resume(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<Moved<Resumed> | null> {
	const move = "resume";
	return moveIt<Resumed>(
		deps,
		visit,
		{ mentorshipId, move },
		async (trx, before) => {
			const { now, actor, key } = visit;
			const isTheirs = mayResume(before, actor.personId);
			if (!isTheirs || !(await claimRequest(trx, key)))
				return { mentorship: before, did: "waits" };
			const by = actor.personId;
			const { mentorship, owed } = await endPause(deps, trx, before, {
				now,
				by,
			});
			await insertOwed(trx, owed);
			const did = mentorship.state === "paused" ? "waits" : "goesOn";
			return { mentorship, did };
		},
	);
}

/** Whoever was gone is so still: it is over. Should they be back, it goes on. */
export const giveUpPause: TakeTurn = async ({ deps, trx, mentorship, now }) => {
	const { pausedBy: by } = mentorship;
	const pauser = by && (await readPerson(trx, by));
	return pauser && pauser.standing !== "deactivated"
		? endPause(deps, trx, mentorship, { now, by: null })
		: makeMove(trx, mentorship, { move: "end", now, by, endedAs: "gone" });
};

/** The date of a pause has come. */
export const reachPauseEnd: TakeTurn = ({ deps, trx, mentorship, now }) =>
	endPause(deps, trx, mentorship, { now, by: null });

/**
 * Goes on where it was, its dates moved along; while someone it needs is gone
 * from Slack, it waits for them instead. Owes as `makeMove` does. An agreement
 * that lacked only somebody who left during the pause holds from now on.
 */
export async function endPause(
	deps: Deps,
	trx: WorkspaceTrx,
	before: Mentorship,
	{ now, by }: { now: Date; by: string | null },
): Promise<Made> {
	const dates = datesAfterPause(before, now);
	const moving = { move: "resume", now, by, dates } as const;
	const resumed = await makeMove(trx, before, moving);
	const gone = await findGone(trx, before);
	if (gone) return pauseFor(trx, resumed.mentorship, gone, now);
	const settled = await settleAgreement(deps, trx, resumed.mentorship, now);
	return {
		mentorship: settled.mentorship,
		owed: [...resumed.owed, ...settled.owed],
	};
}

/**
 * Waits for someone who is gone from Slack: to the others it is a pause like
 * any other, and it ends when they are not back in time.
 */
export function pauseFor(
	trx: WorkspaceTrx,
	before: Mentorship,
	{ personId }: Pick<Member, "personId">,
	now: Date,
): Promise<Made> {
	return makeMove(trx, before, {
		move: "pause",
		now,
		by: personId,
		until: goneUntil(now),
		ends: "end",
	});
}

/** A member who is gone from Slack, and whom it cannot do without. */
async function findGone(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
): Promise<Member | undefined> {
	const { members } = mentorship;
	const people = await Promise.all(
		members.map(({ personId }) => readPerson(trx, personId)),
	);
	return members.find(
		(member, at) =>
			people[at]?.standing === "deactivated" &&
			!goesOnWithout(mentorship, member),
	);
}
