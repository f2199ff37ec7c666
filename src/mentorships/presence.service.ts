import type { WorkspaceTrx } from "../db/database.ts";
import { resumeGate } from "../delivery/ledger.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Next, ScheduleKind } from "../scheduler/schedule.ts";
import {
	deleteSchedule,
	saveSchedule,
} from "../scheduler/schedules.queries.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { OnPresence } from "../workspaces/presence.service.ts";
import { goesOnWithout } from "./kinds.ts";
import { letGo } from "./leave.service.ts";
import { isStopped, type Mentorship, memberOf } from "./mentorship.ts";
import { canMove } from "./mentorship-moves.ts";
import { endPause, pauseFor } from "./pause.service.ts";
import { goneUntil } from "./pause.ts";
import {
	listMentorshipsOf,
	lockIdleMentorship,
} from "./read-mentorships.queries.ts";

/** The schedule of someone who has been gone for as long as they are kept. */
export const goneKind = "mentorships:gone";

type Someone = { deps: Deps; personId: string; now: Date };
type Tend = (
	trx: WorkspaceTrx,
	held: Mentorship,
	someone: Someone,
) => Promise<OwedMessage[]>;

/**
 * Someone is gone from Slack, which is how a long leave looks from outside: what
 * cannot go on without them is paused. When they are back it goes on.
 */
export const tendMentorshipsOf: OnPresence = async (context) => {
	const { deps, trx, personId, is, now } = context;
	const gone = { kind: goneKind, subjectId: personId };
	if (is === "gone")
		await saveSchedule(trx, { ...gone, nextAt: goneUntil(now) });
	else await deleteSchedule(trx, gone);
	const someone = { deps, personId, now };
	return tendEach(trx, someone, is === "gone" ? waitFor : welcome);
};

/** They are not back: what has not ended by itself ends, or goes on without. */
export const goneSchedule: ScheduleKind = {
	async plan({ deps, trx, now, due }) {
		const owed: OwedMessage[] = [];
		const next: Next[] = [];
		for (const { subjectId: personId } of due) {
			const person = await readPerson(trx, personId);
			const isGone = person?.standing === "deactivated";
			const done = isGone
				? await tendEach(trx, { deps, personId, now }, giveUp)
				: { owed: [], isDone: true };
			owed.push(...done.owed);
			const later = new Date(now.getTime() + 60_000);
			next.push({ subjectId: personId, nextAt: done.isDone ? null : later });
		}
		return { owed, next };
	},
};

/** Someone's mentorships under way, but for those that somebody is at now. */
async function tendEach(
	trx: WorkspaceTrx,
	someone: Someone,
	tend: Tend,
): Promise<{ owed: OwedMessage[]; isDone: boolean }> {
	const owed: OwedMessage[] = [];
	let isDone = true;
	for (const one of await listMentorshipsOf(trx, someone.personId)) {
		const held = await lockIdleMentorship(trx, one.mentorshipId);
		if (held) owed.push(...(await tend(trx, held, someone)));
		else isDone = false;
	}
	return { owed, isDone };
}

const waitFor: Tend = async (trx, held, { deps, personId, now }) => {
	const member = memberOf(held, personId);
	if (!member || goesOnWithout(held, member)) return [];
	if (canMove(held.state, "pause"))
		return (await pauseFor(trx, held, member, now)).owed;
	// Their own pause has an end now.
	const isOwn = held.pausedBy === personId && held.pauseEnds === "resume";
	return isOwn ? (await endPause(deps, trx, held, { now, by: null })).owed : [];
};

const welcome: Tend = async (trx, held, { deps, personId, now }) => {
	// Its group could not be written to without them.
	if (!isStopped(held))
		await resumeGate(trx, { personId: null, mentorshipId: held.mentorshipId });
	return isHeldFor(held, personId)
		? (await endPause(deps, trx, held, { now, by: null })).owed
		: [];
};

const giveUp: Tend = async (trx, held, { deps, personId, now }) => {
	// The one ends by itself on a date that has been told, the other soon.
	if (isHeldFor(held, personId) || held.state === "closing") return [];
	const leaving = { personId, now, endedAs: "gone" } as const;
	return (await letGo(deps, trx, held, leaving)).owed;
};

const isHeldFor = ({ pausedBy, pauseEnds }: Mentorship, personId: string) =>
	pausedBy === personId && pauseEnds === "end";
