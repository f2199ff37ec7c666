import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { readClock } from "../matching/reply-window.service.ts";
import { openWindow } from "../matching/reply-window.ts";
import type { Visit } from "../slack/feature.ts";
import {
	findOrMeet,
	readNoContact,
	readPerson,
} from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import type { Introduction, NotNameable } from "./introduction.ts";
import { isKeptApart, wasAskedSince } from "./third.queries.ts";

/** Nobody is asked about the same person again so soon. */
const restMs = 90 * 24 * 3_600_000;

export type JudgedThird =
	| { ok: true; third: PersonRow }
	| { ok: false; why: NotNameable; name: string };

/**
 * Looks at whom a mentor names, met first when the workspace is all we know.
 * Whoever cannot be asked for a reason of their own is "not available", and no
 * reason differs from another.
 */
export async function judgeThird(
	deps: Deps,
	visit: Visit,
	menteeId: string,
	slackUserId: string,
): Promise<JudgedThird> {
	const { workspaceId, actor, now } = visit;
	const third = await findOrMeet(deps, workspaceId, slackUserId);
	const no = (why: NotNameable): JudgedThird => {
		return { ok: false, why, name: third?.name ?? "" };
	};
	if (!third) return no("unknown");
	if (third.personId === actor.personId) return no("yourself");
	if (third.personId === menteeId) return no("mentee");
	if (third.standing === "bot") return no("bot");
	const pair = { menteeId, thirdId: third.personId };
	const mayAsk = await withWorkspace(deps.db, workspaceId, (trx) =>
		isAvailable(trx, pair, now),
	);
	return mayAsk ? { ok: true, third } : no("notAvailable");
}

type Pair = { menteeId: string; thirdId: string };

async function isAvailable(
	trx: WorkspaceTrx,
	pair: Pair,
	now: Date,
): Promise<boolean> {
	const [mayMeet, wasAsked] = await Promise.all([
		mayBeAsked(trx, pair),
		wasAskedSince(trx, pair, new Date(now.getTime() - restMs)),
	]);
	return mayMeet && !wasAsked;
}

/** A full member who may be written to, and neither avoids the other. */
async function mayBeAsked(trx: WorkspaceTrx, pair: Pair): Promise<boolean> {
	const { thirdId } = pair;
	const [third, noContact, apart] = await Promise.all([
		readPerson(trx, thirdId),
		readNoContact(trx, thirdId),
		isKeptApart(trx, pair),
	]);
	return third?.standing === "member" && !noContact && !apart;
}

/** Whether the two may still be brought together: much may have changed. */
export async function mayStillMeet(
	trx: WorkspaceTrx,
	{ mentee, third, isStopped }: Introduction,
): Promise<boolean> {
	if (!third || isStopped) return false;
	const [met, me] = await Promise.all([
		mayBeAsked(trx, { menteeId: mentee.personId, thirdId: third.personId }),
		readPerson(trx, mentee.personId),
	]);
	return met && me?.standing === "member";
}

/** When someone's time to answer is over: by their own working days. */
export async function readClosing(
	trx: WorkspaceTrx,
	{ programId, now }: { programId: string; now: Date },
	personId: string,
): Promise<Date> {
	return openWindow(now, await readClock(trx, programId, personId)).closesAt;
}
