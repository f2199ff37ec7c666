import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import { saveSchedule } from "../scheduler/schedules.queries.ts";
import type { Visit } from "../slack/feature.ts";
import type { PersonRow } from "../workspaces/person.ts";
import { type Answered, decide, makeMove } from "./decide.service.ts";
import { type Introduction, isNo, mayName } from "./introduction.ts";
import { invitationNews, namedNews, nobodyNews } from "./introduction-news.ts";
import { sealNote, sealWords } from "./introduction-words.ts";
import {
	findIntroduction,
	insertIntroduction,
	lockIntroduction,
} from "./introductions.queries.ts";
import { closeKind, openWhole } from "./introductions.service.ts";
import { readClosing } from "./third.service.ts";

export type Named = { third: PersonRow; note: string | null };

/** Names someone, who is asked at once; after a no it is a new introduction. */
export function name(
	deps: Deps,
	visit: Visit,
	introductionId: string,
	named: Named,
): Promise<Answered | null> {
	return withWorkspace(deps.db, visit.workspaceId, async (trx) => {
		const row = await lockIntroduction(trx, introductionId);
		if (!row) return null;
		if (!mayName(row)) return { outcome: "before", introduction: row };
		const introduction = isNo(row)
			? await nameAnother(deps, trx, visit, { introductionId, named })
			: await nameFirst(deps, trx, visit, { introduction: row, named });
		if (!introduction) return { outcome: "before", introduction: row };
		await insertOwed(trx, [
			...invitationNews(introduction),
			...namedNews(introduction),
		]);
		return { outcome: "done", introduction };
	});
}

async function nameFirst(
	deps: Deps,
	trx: WorkspaceTrx,
	{ workspaceId, now }: Visit,
	{ introduction, named }: { introduction: Introduction; named: Named },
): Promise<Introduction> {
	const { introductionId } = introduction;
	const { third, note } = named;
	const moved = await makeMove(trx, introduction, {
		move: "name",
		now,
		third_id: third.personId,
		note: sealNote(deps.cipher, { workspaceId, introductionId }, note),
		named_at: now,
		closes_at: await readClosing(
			trx,
			{ programId: introduction.programId, now },
			third.personId,
		),
	});
	return { ...moved, third };
}

/** The same question, to someone else. */
async function nameAnother(
	deps: Deps,
	trx: WorkspaceTrx,
	{ workspaceId, now }: Visit,
	before: { introductionId: string; named: Named },
): Promise<Introduction | undefined> {
	const row = await findIntroduction(trx, before.introductionId);
	if (!row) return undefined;
	const { third, note } = before.named;
	const { introduction, words } = openWhole(deps, trx, row);
	const introductionId = newId();
	const owner = { workspaceId, introductionId };
	const { programId } = introduction;
	const closesAt = await readClosing(trx, { programId, now }, third.personId);
	const made = await insertIntroduction(trx, {
		introductionId,
		mentorshipId: introduction.mentorshipId,
		menteeId: introduction.mentee.personId,
		mentorId: introduction.mentor.personId,
		thirdId: third.personId,
		followsId: introduction.introductionId,
		state: "named",
		words: sealWords(deps.cipher, owner, words),
		note: sealNote(deps.cipher, owner, note),
		closesAt,
		now,
	});
	if (!made) return undefined;
	const subjectId = introductionId;
	await saveSchedule(trx, { kind: closeKind, subjectId, nextAt: closesAt });
	return findIntroduction(trx, introductionId);
}

/** Nobody comes to mind: the mentee hears it kindly. */
export const nameNobody = (
	deps: Deps,
	visit: Visit,
	introductionId: string,
): Promise<Answered | null> =>
	decide(deps, visit, { introductionId, move: "nobody" }, async (trx, row) => {
		const { now } = visit;
		const introduction = await makeMove(trx, row, { move: "nobody", now });
		await insertOwed(trx, nobodyNews(introduction));
		return { outcome: "done", introduction };
	});
