import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import {
	lockCapacity,
	markReady,
	readOwnGoal,
} from "../enrollment/enrollment.service.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import { readPerson } from "../workspaces/people.service.ts";
import type { PersonRow } from "../workspaces/person.ts";
import { type Ask, openAsk, sealAsk } from "./ask.ts";
import { deleteDraft, findDraft, upsertDraft } from "./drafts.queries.ts";
import type { Kind } from "./engine/profile.ts";
import { publicReason } from "./engine/public-reasons.ts";
import { nothingSought } from "./engine/query.ts";
import { rank } from "./engine/rank.ts";
import { type Reason, reasonsOf } from "./engine/reasons.ts";
import type { Names } from "./find.ts";
import { loadPool } from "./pool.service.ts";
import { mostOpenRequests } from "./program-rules.ts";
import { insertRequest, listOpenRequestsOf } from "./requests.queries.ts";

/** Why someone cannot be asked, as it may be said. */
export type NotAskable =
	| "yourself"
	| "bot"
	| "guest"
	| "external"
	| "deactivated"
	| "unknown"
	| "notJoined"
	| "paused"
	| "alreadyAsked"
	| "tooMany"
	| "reportingLine"
	| "together"
	| "notOffered"
	| "notAvailable";

/** All the form needs; the draft has what was typed before. */
export type AskPage = {
	mentor: PersonRow;
	draft: Ask | null;
	goal: string | null;
	reasons: readonly Reason[];
	names: Names;
	managerUnknown: boolean;
	firstRequest: boolean;
};

type Askable =
	| { ok: true; kind: Kind; page: AskPage }
	| { ok: false; why: NotAskable; mentor: PersonRow | undefined };

const draftKeyOf = (mentorId: string) => `ask:${mentorId}`;

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
	const { personId, enrollment } = visit.actor;
	const mentor = await readPerson(trx, mentorId);
	const no = (why: NotAskable): Askable => ({ ok: false, why, mentor });
	if (!mentor) return no("unknown");
	if (mentorId === personId) return no("yourself");
	if (mentor.standing !== "member") return no(mentor.standing);
	if (enrollment?.state === "paused") return no("paused");

	const open = await listOpenRequestsOf(trx, personId);
	const mine = open.filter((request) => request.menteeId === personId);
	if (mine.some((request) => request.mentorId === mentorId))
		return no("alreadyAsked");
	if (mine.length >= mostOpenRequests) return no("tooMany");

	const pool = await loadPool(deps, trx, {
		programId: visit.programId,
		personId,
		now: visit.now,
	});
	if (!pool.profiles.has(mentorId)) return no("notJoined");
	const { ranked, missing } = rank(
		pool.me,
		pool.mentors.filter((profile) => profile.person === mentorId),
		{ sought: nothingSought, kinds: pool.me.kindsWanted },
		pool.options,
	);
	const [match] = ranked;
	if (!match) {
		const [rule] = Object.keys(missing) as (keyof typeof missing)[];
		const reason = rule ? publicReason(rule) : "kind";
		if (reason === "reporting_line") return no("reportingLine");
		if (reason === "together") return no("together");
		return no(reason === "not_available" ? "notAvailable" : "notOffered");
	}
	return {
		ok: true,
		kind: match.kind,
		page: {
			mentor,
			draft: await readDraft(deps, trx, visit, mentorId),
			goal: await readOwnGoal(deps, trx, visit),
			reasons: reasonsOf(match.terms, "mentee"),
			names: pool.names,
			managerUnknown: pool.managerUnknown,
			firstRequest: !enrollment?.ready,
		},
	};
}

/** Keeps what was typed, so that nothing is lost on the way to sending. */
export async function saveDraft(
	deps: Deps,
	visit: Visit,
	mentorId: string,
	ask: Ask,
): Promise<void> {
	const { workspaceId, actor } = visit;
	const key = { personId: actor.personId, draftKey: draftKeyOf(mentorId) };
	const body = sealAsk(deps.cipher, { workspaceId, ...key }, ask);
	await withWorkspace(deps.db, workspaceId, (trx) =>
		upsertDraft(trx, key, body),
	);
}

async function readDraft(
	deps: Deps,
	trx: WorkspaceTrx,
	{ workspaceId, actor }: Visit,
	mentorId: string,
): Promise<Ask | null> {
	const key = { personId: actor.personId, draftKey: draftKeyOf(mentorId) };
	const body = await findDraft(trx, key);
	return body ? openAsk(deps.cipher, { workspaceId, ...key }, body) : null;
}

export type Sent =
	| { sent: true; mentor: PersonRow }
	| { sent: false; why: NotAskable; mentor: PersonRow | undefined };

/** Sends the drafted ask. Everything is checked again: time has passed. */
export function sendAsk(
	deps: Deps,
	visit: Visit,
	mentorId: string,
): Promise<Sent> {
	const { workspaceId, programId, actor } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx): Promise<Sent> => {
		// One after another: no limit is passed, nobody who is leaving is asked.
		for (const personId of [actor.personId, mentorId].sort())
			await lockCapacity(trx, { programId, personId });
		const judged = await judgeAsk(deps, trx, visit, mentorId);
		if (!judged.ok) return { sent: false, ...judged };
		const { mentor, draft } = judged.page;
		if (!draft) return { sent: false, why: "unknown", mentor };
		if (!(await claimRequest(trx, visit.key))) return { sent: true, mentor };
		const requestId = newId();
		const inserted = await insertRequest(trx, {
			requestId,
			programId,
			menteeId: actor.personId,
			mentorId,
			kind: judged.kind,
			ask: sealAsk(deps.cipher, { workspaceId, requestId }, draft),
		});
		if (!inserted) return { sent: false, why: "alreadyAsked", mentor };
		await markReady(trx, visit);
		await deleteDraft(trx, {
			personId: actor.personId,
			draftKey: draftKeyOf(mentorId),
		});
		await insertOwed(trx, [
			{
				kind: "matching:request",
				to: { personId: mentorId },
				subjectId: requestId,
				key: `request:${requestId}`,
				urgency: "now",
				staleAfterHours: 7 * 24,
			},
		]);
		return { sent: true, mentor };
	});
}
