import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { readQuotingCohort } from "../programs/cohort-members.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import {
	type Ending,
	goalsToLookBackOn,
	hasLookBack,
	type PastGoal,
} from "./closing.ts";
import {
	type LookBack,
	type LookBackForm,
	openLookBack,
	openQuote,
	openThanks,
	sealDraft,
	sealLookBack,
} from "./look-back.ts";
import {
	deleteQuotes,
	findLookBack,
	listLookBacks,
	listQuotes,
	lockLookBack,
	updateLookBack,
} from "./look-backs.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import { readUnstopped } from "./mentorships.service.ts";
import { findMentorship, lockMentorship } from "./read-mentorships.queries.ts";
import { listEndings, settle } from "./settle.service.ts";

/** The goals that were set in a mentorship; the slice of goals knows them. */
export type ReadGoals = (
	deps: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
) => Promise<PastGoal[]>;

export type LookBackPage = {
	mentorship: Mentorship;
	goals: PastGoal[];
	/** null: not begun. */
	lookBack: LookBack | null;
	/** By name, the cohort whose summary may quote them; null: there is none. */
	cohort: string | null;
};

/** `isOpen` false: it is not closing, or it has no look-back. */
export type LookedBack<T = unknown> = { mentorship: Mentorship } & (
	| ({ isOpen: true } & T)
	| { isOpen: false }
);

const isClosing = (mentorship: Mentorship) =>
	mentorship.state === "closing" && hasLookBack(mentorship);

/** One's own look-back on a mentorship that is closing; null: it is gone. */
export function readLookBack(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	mentorshipId: string,
	readGoals: ReadGoals,
): Promise<LookedBack<LookBackPage> | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const { personId } = actor;
		const [mentorship, rows, goals, cohort] = await Promise.all([
			findMentorship(trx, mentorshipId),
			listLookBacks(trx, mentorshipId),
			readGoals(deps, trx, mentorshipId),
			readQuotingCohort(trx, { mentorshipId, personId }),
		]);
		if (!mentorship) return null;
		if (!isClosing(mentorship)) return { isOpen: false, mentorship };
		const row = rows.find(
			(one) => one.personId === personId && one.closing === mentorship.changes,
		);
		return {
			isOpen: true,
			mentorship,
			cohort,
			goals: goalsToLookBackOn(mentorship, personId, goals),
			lookBack: row ? openLookBack(deps.cipher, workspaceId, row) : null,
		};
	});
}

/** Keeps what was typed so far; it is nobody's until it is saved. */
export async function keepLookBack(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	form: LookBackForm,
): Promise<void> {
	await write(deps, visit, mentorshipId, async (trx, lookBack) => {
		const owner = { workspaceId: trx.workspaceId, ...lookBack };
		const draft = sealDraft(deps.cipher, owner, form);
		await updateLookBack(trx, lookBack.lookBackId, { draft });
		return {};
	});
}

/** Saves what someone looks back on; null: the mentorship is gone. */
export function saveLookBack(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	form: LookBackForm,
): Promise<LookedBack<{ ending: Ending | null }> | null> {
	return write(deps, visit, mentorshipId, async (trx, lookBack) => {
		const { lookBackId, ending } = lookBack;
		const owner = { workspaceId: trx.workspaceId, lookBackId };
		const { quote, ...words } = sealLookBack(deps.cipher, owner, form);
		// What a summary quotes is settled when it is made.
		const isQuoted = (await readQuotingCohort(trx, lookBack)) !== null;
		await updateLookBack(trx, lookBackId, {
			...words,
			...(isQuoted && { quote }),
			helped: form.helped,
			draft: null,
			looked_back_at: visit.now,
		});
		return { ending };
	});
}

/**
 * One member's choice of how it goes on. When all have chosen, it goes on like
 * that at once; `mentorship` is as it is then.
 */
export function choose(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	ending: Ending,
): Promise<LookedBack<{ thanks: string | null }> | null> {
	const { now, actor } = visit;
	return write(deps, visit, mentorshipId, async (trx, row, before) => {
		const { saved } = openLookBack(deps.cipher, trx.workspaceId, row);
		const thanks = saved?.thanks ?? null;
		await updateLookBack(trx, row.lookBackId, { ending });
		const chosen = await listEndings(trx, before);
		if (chosen.includes(null)) return { thanks };
		const moving = { now, by: actor.personId };
		const { mentorship, owed } = await settle(trx, before, moving);
		await insertOwed(trx, owed);
		return { mentorship, thanks };
	});
}

/** What somebody thanked the others for, once it has closed; null: nothing. */
export async function readThankYou(
	deps: Deps,
	trx: WorkspaceTrx,
	lookBackId: string,
): Promise<{ mentorship: Mentorship; personId: string; words: string } | null> {
	const row = await findLookBack(trx, lookBackId);
	const mentorship = row && (await readUnstopped(trx, row.mentorshipId));
	if (!mentorship || row.closing >= mentorship.changes) return null;
	const owner = { workspaceId: trx.workspaceId, lookBackId };
	const words = openThanks(deps.cipher, owner, row.thanks);
	return words === null ? null : { mentorship, personId: row.personId, words };
}

/** Nobody may quote them on this mentorship any more. */
export const withdrawQuote = (
	deps: Deps,
	{ workspaceId, actor: { personId } }: Visit,
	mentorshipId: string,
): Promise<void> =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		deleteQuotes(trx, { mentorshipId, personId }),
	);

/** What may still be quoted of these look-backs, in no order. */
export async function readQuotes(
	deps: Deps,
	trx: WorkspaceTrx,
	lookBackIds: string[],
): Promise<string[]> {
	const { workspaceId } = trx;
	const rows = await listQuotes(trx, lookBackIds);
	return rows.flatMap(
		({ lookBackId, quote }) =>
			openQuote(deps.cipher, { workspaceId, lookBackId }, quote) ?? [],
	);
}

type Row = Awaited<ReturnType<typeof lockLookBack>>;

/** Writes into one's own look-back, once for each request. */
function write<T extends object>(
	deps: Deps,
	{ workspaceId, actor, key }: Visit,
	mentorshipId: string,
	work: (trx: WorkspaceTrx, row: Row, mentorship: Mentorship) => Promise<T>,
): Promise<LookedBack<T> | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await lockMentorship(trx, mentorshipId);
		if (!mentorship) return null;
		const isNew = isClosing(mentorship) && (await claimRequest(trx, key));
		if (!isNew) return { isOpen: false, mentorship };
		const { personId } = actor;
		const closing = mentorship.changes;
		const lookBack = { mentorshipId, personId, closing };
		const row = await lockLookBack(trx, lookBack, newId());
		return { isOpen: true, mentorship, ...(await work(trx, row, mentorship)) };
	});
}
