import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import { endEarly } from "../mentorships/close.service.ts";
import {
	isQuiet,
	type Member,
	type Mentorship,
} from "../mentorships/mentorship.ts";
import {
	holdIdleMentorship,
	holdMentorship,
	readMentorship,
} from "../mentorships/mentorships.service.ts";
import type { Next } from "../scheduler/schedule.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import {
	answerBy,
	isAnsweredLately,
	judgeSilence,
	type NoAnswer,
	whoToAsk,
} from "./no-answer.ts";
import {
	endNoAnswer,
	findLastNoAnswer,
	findNoAnswer,
	findQuestion,
	hasTalkSince,
	insertNoAnswer,
} from "./no-answers.queries.ts";
import { readPairs } from "./pairs.service.ts";

/** The schedule of what happens when nobody answers. */
export const noAnswerKind = "checkins:no-answer";

/** What became of "no answer from my partner". */
export type Asked =
	| { is: "asked" | "before" | "lately"; other: Member; closesAt: Date }
	| { is: "not now"; mentorship: Mentorship };

/** Asks the other once; null: there is no such mentorship. */
export function askOther(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<Asked | null> {
	const { workspaceId, actor, now, key } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await holdMentorship(trx, mentorshipId);
		if (!mentorship) return null;
		const other = whoToAsk(mentorship, actor.personId);
		if (!other) return { is: "not now", mentorship };
		const last = await findLastNoAnswer(trx, mentorshipId);
		if (last?.endedAt === null)
			return { is: "before", other, closesAt: last.closesAt };
		if (last && isAnsweredLately(last, now))
			return { is: "lately", other, closesAt: last.closesAt };
		if (!(await claimRequest(trx, key))) return { is: "not now", mentorship };
		const closesAt = answerBy(now);
		const noAnswerId = newId();
		const asked = { noAnswerId, mentorshipId, askedAt: now, closesAt };
		await insertNoAnswer(trx, { ...asked, personId: actor.personId });
		const subjectId = noAnswerId;
		await saveSchedule(trx, {
			kind: noAnswerKind,
			subjectId,
			nextAt: closesAt,
		});
		await insertOwed(trx, [questionFor(asked, other)]);
		return { is: "asked", other, closesAt };
	});
}

/** Under the second it is put again, once, where the first could not be said. */
const keysOf = (noAnswerId: string) => {
	const key = `still-there:${noAnswerId}`;
	return { first: key, again: `${key}:again` };
};

function questionFor(
	{ noAnswerId, mentorshipId }: Pick<NoAnswer, "noAnswerId" | "mentorshipId">,
	{ personId }: Member,
	which: "first" | "again" = "first",
): OwedMessage {
	return {
		kind: "checkins:stillThere",
		to: { personId },
		subjectId: mentorshipId,
		key: keysOf(noAnswerId)[which],
		urgency: "today",
		// Nothing ends before it was read out.
		staleAfterHours: 90 * 24,
	};
}

/** "I am still here": whoever asked is told. null: nobody waits for it. */
export function sayStillHere(
	deps: Deps,
	{ workspaceId, actor, now }: Visit,
	mentorshipId: string,
): Promise<Mentorship | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await holdMentorship(trx, mentorshipId);
		const open = mentorship && (await readOpen(trx, mentorshipId));
		if (!open || open.personId === actor.personId) return null;
		await endNoAnswer(trx, open.noAnswerId, "answered", now);
		const news: OwedMessage = {
			kind: "checkins:stillHere",
			to: { personId: open.personId },
			subjectId: mentorshipId,
			key: `still-here:${open.noAnswerId}`,
			urgency: "now",
			staleAfterHours: 7 * 24,
		};
		await insertOwed(trx, [news]);
		return mentorship;
	});
}

/** What became of a mentorship in which nobody waits for an answer. */
export const readAnswered = (
	deps: Deps,
	{ workspaceId }: Visit,
	mentorshipId: string,
): Promise<Mentorship | undefined> =>
	withWorkspace(deps.db, workspaceId, (trx) =>
		readMentorship(trx, mentorshipId),
	);

/** The question that waits for an answer, if there is one. */
export async function readOpen(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<NoAnswer | undefined> {
	const last = await findLastNoAnswer(trx, mentorshipId);
	return last?.endedAt === null ? last : undefined;
}

/** Two weeks later: it ends without blame, unless something was heard. */
export async function closeSilent(
	trx: WorkspaceTrx,
	noAnswerIds: string[],
	now: Date,
): Promise<{ owed: OwedMessage[]; next: Next[] }> {
	const owed: OwedMessage[] = [];
	const next: Next[] = [];
	for (const subjectId of noAnswerIds) {
		const judged = await judge(trx, subjectId, now);
		if (judged === "held") {
			next.push({ subjectId, nextAt: new Date(now.getTime() + 60_000) });
			continue;
		}
		const { verdict, mentorship, again = [] } = judged ?? {};
		const nextAt = verdict?.is === "wait" ? verdict.until : null;
		next.push({ subjectId, nextAt });
		owed.push(...again);
		if (!verdict || verdict.is === "wait") continue;
		const outcome = verdict.is === "over" ? verdict.outcome : "ended";
		await endNoAnswer(trx, subjectId, outcome, now);
		if (outcome !== "ended" || !mentorship) continue;
		const by = { now, by: null, endedAs: "unanswered" } as const;
		owed.push(...(await endEarly(trx, mentorship, by)).owed);
	}
	return { owed, next };
}

/** `held`: somebody is at it at this moment, and the clock waits for nobody. */
async function judge(trx: WorkspaceTrx, noAnswerId: string, now: Date) {
	const found = await findNoAnswer(trx, noAnswerId);
	if (!found) return null;
	const { mentorshipId, askedAt } = found;
	const mentorship = await holdIdleMentorship(trx, mentorshipId);
	if (!mentorship && (await readMentorship(trx, mentorshipId))) return "held";
	// Somebody may have answered just now.
	const open = mentorship && (await findNoAnswer(trx, noAnswerId));
	if (!open || open.endedAt) return null;
	const keys = Object.values(keysOf(noAnswerId));
	const [pairs, hasTalked, { sentAt: toldAt, lost }] = await Promise.all([
		readPairs(trx, [mentorshipId]),
		hasTalkSince(trx, mentorshipId, askedAt),
		findQuestion(trx, keys),
	]);
	const isAway = pairs.get(mentorshipId)?.isAway === true;
	const isGivenUp = lost === keys.length;
	const facts = { mentorship, hasTalked, isAway, toldAt, isGivenUp };
	const verdict = judgeSilence(open, facts, now);
	const isPut = verdict.is === "wait" && lost > 0 && !isQuiet(mentorship);
	const other = isPut && whoToAsk(mentorship, open.personId);
	const again = other ? [questionFor(open, other, "again")] : [];
	return { verdict, mentorship, again };
}
