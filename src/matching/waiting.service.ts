import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	dropDraft,
	keepDraft,
	readKeptDraft,
} from "../enrollment/drafts.service.ts";
import {
	keyOf,
	lockCapacity,
	type OnLeave,
} from "../enrollment/enrollment.service.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { nothingSought, seek } from "./engine/query.ts";
import { rank } from "./engine/rank.ts";
import { pageSize } from "./find.ts";
import { loadPool } from "./pool.service.ts";
import {
	countWaitingPeople,
	endWaiting,
	insertWaiting,
	listWaitingOf,
	lockWaiting,
	type WaitingState,
} from "./waiting.queries.ts";
import {
	mostWaits,
	openQuery,
	sealQuery,
	soughtKey,
	waitDraftKey,
	waitingKind,
} from "./waiting.ts";
import {
	endSuggestions,
	endSuggestionsFor,
	findSuggestion,
	insertSuggestions,
	type SuggestionRow,
} from "./waiting-suggestions.queries.ts";

/** How many people wait for a mentor in a program, whatever for. */
export const readWaitingCount = (
	trx: WorkspaceTrx,
	programId: string,
): Promise<number> => countWaitingPeople(trx, programId);

export type Waited = {
	outcome: "begun" | "already" | "most";
	query: string;
};

/** Puts someone who has joined on the waiting list for what they searched. */
export function wait(deps: Deps, visit: Visit, query: string): Promise<Waited> {
	return withWorkspace(deps.db, visit.workspaceId, (trx) =>
		beginWaiting(deps, trx, visit, query),
	);
}

async function beginWaiting(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	typed: string,
): Promise<Waited> {
	const { workspaceId, now } = visit;
	const key = keyOf(visit);
	// One after another, so that nobody passes the limit.
	await lockCapacity(trx, key);
	const pool = await loadPool(deps, trx, { ...key, now });
	const sought = typed ? seek(typed, pool.topics) : nothingSought;
	// Words that say nothing find everybody.
	const query = sought.words.length > 0 ? typed : "";
	const mine = await listWaitingOf(trx, key);
	const name = soughtKey(deps.cipher, workspaceId, sought);
	if (mine.some((entry) => entry.soughtKey === name))
		return { outcome: "already", query };
	if (mine.length >= mostWaits) return { outcome: "most", query };
	if (!(await claimRequest(trx, `${visit.key}:wait`)))
		return { outcome: "already", query };
	await lookSoon(trx, visit);
	const waitingId = newId();
	await insertWaiting(trx, {
		...key,
		waitingId,
		soughtKey: name,
		query: query
			? sealQuery(deps.cipher, workspaceId, { waitingId }, query)
			: null,
	});
	const { ranked } = rank(
		pool.me,
		pool.mentors,
		{ sought, kinds: pool.me.kindsWanted },
		pool.options,
	);
	// Whom they have just been shown is no news.
	await insertSuggestions(
		trx,
		ranked.slice(0, pageSize).map(({ person }) => ({
			...key,
			suggestionId: newId(),
			waitingId,
			mentorId: person,
			state: "seen",
			reservedUntil: now,
		})),
	);
	return { outcome: "begun", query };
}

/** Keeps the search of someone who joins first. */
export async function keepSearch(
	deps: Deps,
	{ workspaceId, actor: { personId } }: Visit,
	query: string,
): Promise<void> {
	const body = sealQuery(deps.cipher, workspaceId, { personId }, query);
	await withWorkspace(deps.db, workspaceId, (trx) =>
		keepDraft(trx, { personId, draftKey: waitDraftKey }, body),
	);
}

/** Waits for what was kept; null when it was taken up already. */
export function waitForKept(deps: Deps, visit: Visit): Promise<Waited | null> {
	const { workspaceId, actor } = visit;
	const { personId } = actor;
	const draft = { personId, draftKey: waitDraftKey };
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const body = await readKeptDraft(trx, draft);
		if (!body) return null;
		const query = openQuery(deps.cipher, workspaceId, { personId }, body);
		const waited = await beginWaiting(deps, trx, visit, query);
		await dropDraft(trx, draft);
		return waited;
	});
}

/** Gives up a place on the list; null: there is none. */
export function stopWaiting(
	deps: Deps,
	visit: Visit,
	waitingId: string,
): Promise<{ before: WaitingState; query: string } | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		if (await claimRequest(trx, visit.key)) await lookSoon(trx, visit);
		const entry = await lockWaiting(trx, waitingId);
		if (!entry) return null;
		const { state: before, query: sealed } = entry;
		const owner = { waitingId };
		const query = openQuery(deps.cipher, visit.workspaceId, owner, sealed);
		await endWaiting(trx, waitingId, "stopped");
		await endSuggestionsFor(trx, waitingId);
		return { before, query };
	});
}

/** "Not for me": the next one is told; the place on the list stays. */
export function pass(
	deps: Deps,
	visit: Visit,
	suggestionId: string,
): Promise<{ passed: boolean; suggestion: SuggestionRow } | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		if (await claimRequest(trx, visit.key)) await lookSoon(trx, visit);
		const ended = await endSuggestions(trx, [suggestionId], "passed");
		const suggestion = await findSuggestion(trx, suggestionId);
		return suggestion ? { passed: ended.length > 0, suggestion } : null;
	});
}

/** Whoever leaves waits no longer. */
export const endWaitingOf: OnLeave = async (_deps, trx, leaver) => {
	await giveUpWaiting(trx, leaver);
	return [];
};

/** The same; `programId` null: in all their programs. */
export async function giveUpWaiting(
	trx: WorkspaceTrx,
	leaver: { personId: string; programId: string | null; now: Date },
): Promise<void> {
	const mine = await listWaitingOf(trx, leaver);
	const programs = new Set(mine.map(({ programId }) => programId));
	for (const programId of [...programs].sort())
		await lookSoon(trx, { programId, now: leaver.now });
	for (const { waitingId } of mine) {
		await endWaiting(trx, waitingId, "left");
		await endSuggestionsFor(trx, waitingId);
	}
}

/**
 * The seats are looked at with the next tick. Before anything of the list is
 * written, as the look itself does: nobody waits in a circle.
 */
function lookSoon(
	trx: WorkspaceTrx,
	{ programId, now }: Pick<Visit, "programId" | "now">,
): Promise<void> {
	return saveSchedule(trx, {
		kind: waitingKind,
		subjectId: programId,
		nextAt: now,
	});
}
