import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { joinOpenCohort } from "../programs/cohort-members.service.ts";
import { readParticipation } from "../programs/participation.service.ts";
import { readProgram } from "../programs/programs.service.ts";
import { isTaken } from "../programs/who-may-join.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { saveNoContact } from "../workspaces/people.service.ts";
import {
	countMentorships,
	findEnrollment,
	listJoined,
	lockEnrollmentCapacity,
	updateEnrollment,
	upsertEnrollment,
} from "./enrollment.queries.ts";
import {
	firstLevel,
	type Role,
	type State,
	startingPart,
} from "./enrollment.ts";
import type { JoinForm } from "./join-form.ts";
import { openField, sealField } from "./sealing.ts";
import {
	listEnrollmentTopics,
	replaceEnrollmentTopics,
} from "./topics.queries.ts";
import { readTopics } from "./topics.service.ts";

/** Whose part in which program is over. */
export type Leaver = { personId: string; programId: string; now: Date };

/**
 * What another slice does, in the same transaction, when someone leaves. Gives
 * what that owes, which is owed for all of them at once.
 */
export type OnLeave = (
	deps: Deps,
	trx: WorkspaceTrx,
	leaver: Leaver,
) => Promise<OwedMessage[]>;

/**
 * Does it one after another, and owes what all of them come to; of several
 * programs each is done with before the next hook, in one order for everybody.
 */
export async function carryOut(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	hooks: OnLeave[],
	programIds: string[] = [visit.programId],
): Promise<void> {
	const { actor, now } = visit;
	const owed: OwedMessage[] = [];
	for (const hook of hooks)
		for (const programId of programIds) {
			const leaver = { programId, personId: actor.personId, now };
			owed.push(...(await hook(deps, trx, leaver)));
		}
	await insertOwed(trx, owed);
}

export function keyOf(visit: Visit) {
	return { programId: visit.programId, personId: visit.actor.personId };
}

/**
 * Joins with the first page; the rest of the profile has its defaults. False
 * when the program does not take people of their department or location.
 */
export async function join(
	deps: Deps,
	visit: Visit,
	form: JoinForm,
): Promise<boolean> {
	const { workspaceId } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		if (!(await isTaken(trx, keyOf(visit)))) return false;
		if (await claimRequest(trx, visit.key)) {
			await enroll(deps, trx, keyOf(visit), form);
			await joinOpenCohort(trx, keyOf(visit), visit.now);
		}
		return true;
	});
}

/** Writes the first page of someone's enrollment; the demo data uses it too. */
export async function enroll(
	deps: Deps,
	trx: WorkspaceTrx,
	key: { programId: string; personId: string },
	form: JoinForm,
): Promise<void> {
	const owner = { workspaceId: trx.workspaceId, ...key };
	const { cipher } = deps;
	await saveNoContact(trx, key.personId, null);
	const { settings } = await readProgram(trx, key.programId);
	const { version } = await readParticipation(trx, key.programId);
	const page = {
		role: form.role,
		participationVersion: version,
		goal: sealField(cipher, owner, "goal", form.goal),
		offer: sealField(cipher, owner, "offer", form.offer),
	};
	await upsertEnrollment(trx, key, page, startingPart(settings, form.role));
	for (const side of ["wanted", "offered"] as const) {
		const level = firstLevel(side);
		const topics = await readTopics(trx, deps, key, form[side], level);
		// Whoever comes back and chooses none keeps those of before.
		if (topics.length > 0)
			await replaceEnrollmentTopics(trx, key, side, topics);
	}
}

export type StateChange = "changed" | "already" | "not enrolled";

async function changeState(
	deps: Deps,
	visit: Visit,
	state: State,
	also: (trx: WorkspaceTrx) => Promise<void> = async () => {},
): Promise<StateChange> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		// Also when it changes nothing now: repeated later, it must not either.
		if (!(await claimRequest(trx, visit.key))) return "already";
		const enrollment = await findEnrollment(trx, keyOf(visit));
		if (!enrollment || enrollment.state === "left") return "not enrolled";
		if (enrollment.state === state) return "already";
		// First, since it may hold the parts of several, in its own order.
		await also(trx);
		await updateEnrollment(trx, keyOf(visit), { state });
		return "changed";
	});
}

/** Not suggested and not asked until resuming; mentorships go on. */
export const pause = (deps: Deps, visit: Visit) =>
	changeState(deps, visit, "paused");

export const resume = (deps: Deps, visit: Visit) =>
	changeState(deps, visit, "open");

/** Ends someone's part in the program; the profile waits for a return. */
export const leave = (deps: Deps, visit: Visit, onLeave: OnLeave[]) =>
	changeState(deps, visit, "left", (trx) =>
		carryOut(deps, trx, visit, onLeave),
	);

export type OwnPart = {
	role: Role;
	state: State;
	topics: number;
	/** Under way in this program. */
	mentorships: number;
};

/**
 * What someone is in the program, read afresh: Home is drawn after the act
 * that may have changed it. null before joining and after leaving.
 */
export function readOwnPart(deps: Deps, visit: Visit): Promise<OwnPart | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const enrollment = await findEnrollment(trx, keyOf(visit));
		if (!enrollment || enrollment.state === "left") return null;
		const { role, state } = enrollment;
		const [topics, mentorships] = await Promise.all([
			listEnrollmentTopics(trx, keyOf(visit)),
			countMentorships(trx, keyOf(visit)),
		]);
		return { role, state, topics: topics.length, mentorships };
	});
}

/** How many mentorships of theirs end when someone leaves the program. */
export const readMentorshipCount = (
	deps: Deps,
	visit: Visit,
): Promise<number> =>
	withWorkspace(deps.db, visit.workspaceId, (trx) =>
		countMentorships(trx, keyOf(visit)),
	);

/** The programs that someone takes part in, paused or not. */
export const readJoined = listJoined;

/** What someone is in a program; null: they are not part of it. */
export async function readRole(
	trx: WorkspaceTrx,
	key: { programId: string; personId: string },
): Promise<Role | null> {
	const enrollment = await findEnrollment(trx, key);
	return enrollment && enrollment.state !== "left" ? enrollment.role : null;
}

/** Whether someone takes part in a program; a pause does not count. */
export async function hasJoined(
	trx: WorkspaceTrx,
	key: { programId: string; personId: string },
): Promise<boolean> {
	const enrollment = await findEnrollment(trx, key);
	return enrollment !== undefined && enrollment.state !== "left";
}

/** The sentence someone joined with, to begin an ask from; theirs alone. */
export async function readOwnGoal(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
): Promise<string | null> {
	const key = keyOf(visit);
	const enrollment = await findEnrollment(trx, key);
	const owner = { workspaceId: trx.workspaceId, ...key };
	return openField(deps.cipher, owner, "goal", enrollment?.goal ?? null);
}

/** The readiness line is asked once, before the first request. */
export async function markReady(
	trx: WorkspaceTrx,
	visit: Visit,
): Promise<void> {
	await updateEnrollment(trx, keyOf(visit), { ready_at: visit.now });
}

/** Locks a mentor's enrollment, so that accepts decide one after another. */
export const lockCapacity = (
	trx: WorkspaceTrx,
	key: { programId: string; personId: string },
): Promise<number | undefined> => lockEnrollmentCapacity(trx, key);
