import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { holdParts } from "../enrollment/availability.service.ts";
import { markReady, readOwnGoal } from "../enrollment/enrollment.service.ts";
import { readSpokenName } from "../programs/programs.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import type { PersonRow } from "../workspaces/person.ts";
import type { Ask } from "./ask.ts";
import { type ChoicePerson, namePeople } from "./ask-choices.service.ts";
import type { RankedChoice } from "./ask-choices.ts";
import { discardDraft, readDraft } from "./ask-drafts.service.ts";
import { judgePair, kindOf, type NotAskable } from "./askable.service.ts";
import type { Kind } from "./engine/profile.ts";
import { nothingSought } from "./engine/query.ts";
import { rank } from "./engine/rank.ts";
import { type Reason, reasonsOf } from "./engine/reasons.ts";
import type { Names } from "./find.ts";
import { listIdsOf } from "./held-list.ts";
import type { Pool } from "./pool.service.ts";
import { mostOpenLists } from "./program-rules.ts";
import { openList } from "./request-lists.service.ts";
import { listLiveRequestsBy, type RequestRow } from "./requests.queries.ts";

/** All the form needs; the draft has what was typed before. */
export type AskPage = {
	mentor: PersonRow;
	/** null while the workspace has one program only. */
	programName: string | null;
	/** What kinds of mentoring the two can have, and which it is for. */
	kinds: readonly Kind[];
	kind: Kind;
	/** False: accepting would enroll them. */
	hasJoined: boolean;
	draft: Ask | null;
	/** Who is asked if the mentor can't, in this order. */
	next: ChoicePerson[];
	goal: string | null;
	reasons: readonly Reason[];
	names: Names;
	managerUnknown: boolean;
	firstRequest: boolean;
};

type Askable =
	| { ok: true; page: AskPage; pool: Pool; ranked: RankedChoice[] }
	| { ok: false; why: NotAskable; mentor: PersonRow | undefined };

/** Opens the form for one mentor, or says why not. */
export function prepareAsk(
	deps: Deps,
	visit: Visit,
	mentorId: string,
): Promise<Askable> {
	return withWorkspace(deps.db, visit.workspaceId, (trx) =>
		judgeAsk(deps, trx, visit, mentorId),
	);
}

async function judgeAsk(
	deps: Deps,
	trx: WorkspaceTrx,
	visit: Visit,
	mentorId: string,
): Promise<Askable> {
	const { actor, programId, now } = visit;
	const menteeId = actor.personId;
	const pair = { programId, menteeId, mentorId, now };
	const live = await listLiveRequestsBy(trx, menteeId);
	const same = live.find((request) => request.mentorId === mentorId);
	const judged = await judgePair(deps, trx, pair);
	const no = (why: NotAskable): Askable => ({
		ok: false,
		why,
		mentor: judged.mentor,
	});
	if (same) return no(same.state === "queued" ? "alreadyNext" : "alreadyAsked");
	// Who the other is comes first, then what the mentee can do about it.
	if (!judged.ok && !isAboutRules(judged.why)) return no(judged.why);
	if (actor.enrollment?.state === "paused") return no("paused");
	if (listIdsOf(live).length >= mostOpenLists) return no("tooMany");
	if (!judged.ok) return no(judged.why);

	const { mentor, match, pool } = judged;
	const draft = await readDraft(deps, trx, visit, mentorId);
	const { ranked } = draft.choices;
	const page: AskPage = {
		mentor,
		programName: await readSpokenName(trx, programId),
		kinds: match.kinds,
		kind: kindOf(match, draft.ask?.kind),
		hasJoined: pool.profiles.has(mentorId),
		draft: draft.ask,
		next: await namePeople(trx, ranked),
		goal: await readOwnGoal(deps, trx, visit),
		reasons: reasonsOf(match.terms, "mentee"),
		names: pool.names,
		managerUnknown: pool.managerUnknown,
		firstRequest: !actor.enrollment?.ready,
	};
	return { ok: true, page, pool, ranked };
}

function isAboutRules(why: NotAskable): boolean {
	return ["reportingLine", "together", "notOffered", "notAvailable"].includes(
		why,
	);
}

/** What the form asks to be confirmed, and is not. */
export function isUnconfirmed(page: AskPage, ask: Ask): boolean {
	const { managerUnknown, firstRequest } = page;
	return (managerUnknown && !ask.notMyManager) || (firstRequest && !ask.ready);
}

export type Sent =
	| {
			sent: true;
			mentor: PersonRow;
			/** As it was asked; null: an earlier copy of the request did it. */
			request: Pick<RequestRow, "closesAt"> | null;
			next: ChoicePerson[];
			/** Next choices who cannot be asked any more. */
			leftOut: ChoicePerson[];
	  }
	| { sent: false; why: NotAskable; mentor: PersonRow | undefined }
	| { sent: false; why: "unconfirmed"; page: AskPage };

/** Sends the drafted ask. Everything is checked again: time has passed. */
export function sendAsk(
	deps: Deps,
	visit: Visit,
	mentorId: string,
): Promise<Sent> {
	const { workspaceId, programId, actor, now } = visit;
	const menteeId = actor.personId;
	return withWorkspace(deps.db, workspaceId, async (trx): Promise<Sent> => {
		const { choices } = await readDraft(deps, trx, visit, mentorId);
		// One after another: no limit is passed, nobody who is leaving is asked.
		const parts = await holdParts(
			trx,
			[menteeId, mentorId, ...choices.ranked.map((one) => one.mentorId)].map(
				(personId) => ({ programId, personId }),
			),
		);
		const mine = parts?.find(({ personId }) => personId === menteeId);
		const judged = await judgeAsk(deps, trx, visit, mentorId);
		if (!judged.ok) return { sent: false, ...judged };
		const { page } = judged;
		const { mentor, draft, kind } = page;
		if (!mine || mine.state === "left")
			return { sent: false, why: "notEnrolled", mentor };
		if (!draft) return { sent: false, why: "unknown", mentor };
		if (isUnconfirmed(page, draft))
			return { sent: false, why: "unconfirmed", page };
		const nothing = { request: null, next: [], leftOut: [] };
		if (!(await claimRequest(trx, visit.key)))
			return { sent: true, mentor, ...nothing };
		await markReady(trx, visit);
		await discardDraft(trx, visit, mentorId);
		const next = await judgeChoices(trx, judged, menteeId);
		const request = await openList(deps, trx, {
			programId,
			menteeId,
			asks: [
				{ mentorId, kind, ask: draft },
				...next.map((one) => ({
					...one,
					// Who recommended the first has not recommended the others.
					ask: { ...draft, why: one.why, recommendedBy: null },
				})),
			],
			now,
		});
		if (!request) return { sent: false, why: "alreadyAsked", mentor };
		const ids = next.map((one) => one.mentorId);
		return {
			sent: true,
			mentor,
			request,
			next: page.next.filter(({ personId }) => ids.includes(personId)),
			leftOut: page.next.filter(({ personId }) => !ids.includes(personId)),
		};
	});
}

/** Of the next choices, those who could be asked today, in their order. */
async function judgeChoices(
	trx: WorkspaceTrx,
	{ page, pool, ranked }: Extract<Askable, { ok: true }>,
	menteeId: string,
) {
	const live = await listLiveRequestsBy(trx, menteeId);
	const taken = new Set(live.map(({ mentorId }) => mentorId));
	const wanted = new Set(ranked.map(({ mentorId }) => mentorId));
	const askable = rank(
		pool.me,
		pool.mentors.filter(({ person }) => wanted.has(person)),
		{ sought: nothingSought, kinds: pool.me.kindsWanted },
		pool.options,
	).ranked;
	return ranked.flatMap(({ mentorId, why }) => {
		const match = askable.find(({ person }) => person === mentorId);
		return match && !taken.has(mentorId)
			? [{ mentorId, why, kind: kindOf(match, page.kind) }]
			: [];
	});
}
