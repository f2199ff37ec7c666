import { newId, type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { claimRequest } from "../slack/gate.queries.ts";
import {
	findHalfway,
	insertHalfway,
	updateAnswer,
	updateShared,
} from "./halfway.queries.ts";
import {
	answerOf,
	type Halfway,
	type HalfwayWords,
	hasAll,
	isOpenToWrite,
	isSame,
	openHalfway,
	sealHalfway,
} from "./halfway.ts";
import type { Mentorship } from "./mentorship.ts";
import { findMentorship, lockMentorship } from "./read-mentorships.queries.ts";
import type { TakeTurn } from "./turn.service.ts";

/** The turn of the calendar: everybody who is in it now is asked. */
export const askHalfway: TakeTurn = async ({ trx, mentorship, now }) => {
	const { mentorshipId, members } = mentorship;
	const halfwayId = newId();
	const people = members.map(({ personId }) => personId);
	await insertHalfway(trx, { halfwayId, mentorshipId }, people, now);
	const asked = { ...mentorship, halfwayId };
	return { mentorship, owed: news("halfway", asked, "today") };
};

/** A mentorship with its latest halfway review; null: there has been none. */
export type HalfwayPage = { mentorship: Mentorship; halfway: Halfway | null };

export async function readHalfway(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Halfway | null> {
	const row = await findHalfway(trx, mentorshipId);
	if (!row) return null;
	const { workspaceId } = trx;
	const { halfwayId } = row;
	return {
		...row,
		answers: row.answers.map(({ personId, words, answeredAt }) => {
			const owner = { workspaceId, halfwayId, personId };
			const opened = words && openHalfway(deps.cipher, owner, words);
			return { personId, answeredAt, words: opened };
		}),
	};
}

export function readHalfwayPage(
	deps: Deps,
	{ workspaceId }: Visit,
	mentorshipId: string,
): Promise<HalfwayPage | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [mentorship, halfway] = await Promise.all([
			findMentorship(trx, mentorshipId),
			readHalfway(deps, trx, mentorshipId),
		]);
		return mentorship ? { mentorship, halfway } : null;
	});
}

/** What became of three lines; `closed`: they cannot be written any more. */
export type Written = "saved" | "shared" | "closed";

/** Writes someone's lines, or skips them (null); all who wrote see all. */
export function writeHalfway(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	words: HalfwayWords | null,
): Promise<Written> {
	const { workspaceId, actor, now } = visit;
	const { personId } = actor;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await lockMentorship(trx, mentorshipId);
		const halfway = await readHalfway(deps, trx, mentorshipId);
		const own = halfway && answerOf(halfway, personId);
		if (!mentorship || !own) return "closed";
		// The last one's lines, sent once more, are what is shared already.
		if (halfway.sharedAt && words && isSame(own.words, words)) return "shared";
		if (!isOpenToWrite(mentorship, halfway)) return "closed";
		// Repeated after they changed their mind, it must not undo that.
		if (!(await claimRequest(trx, visit.key))) return "saved";
		const { halfwayId } = halfway;
		const owner = { workspaceId, halfwayId, personId };
		const sealed = words && sealHalfway(deps.cipher, owner, words);
		await updateAnswer(trx, owner, sealed, now);
		const answers = halfway.answers.map((answer) =>
			answer === own ? { ...own, words } : answer,
		);
		if (!hasAll({ answers }, mentorship.members)) {
			await updateHomeChanged(trx, [personId]);
			return "saved";
		}
		await updateShared(trx, halfwayId, now);
		const others = mentorship.members.filter(
			(member) => member.personId !== personId,
		);
		const shared = { mentorshipId, halfwayId, members: others };
		await insertOwed(trx, news("halfway-shared", shared, "now"));
		return "shared";
	});
}

/**
 * After someone has left a mentorship that is locked, and given as it is now:
 * theirs may have been the only lines that were missing.
 */
export async function settleHalfway(
	trx: WorkspaceTrx,
	mentorship: Mentorship,
	now: Date,
): Promise<OwedMessage[]> {
	const { mentorshipId, members } = mentorship;
	const halfway = await findHalfway(trx, mentorshipId);
	if (!halfway || !isOpenToWrite(mentorship, halfway)) return [];
	if (!hasAll(halfway, members)) return [];
	const { halfwayId } = halfway;
	await updateShared(trx, halfwayId, now);
	return news("halfway-shared", { mentorshipId, halfwayId, members }, "now");
}

const week = 7 * 24;

/** Once for each halfway review; there is one each time new goals are agreed. */
function news(
	what: string,
	{
		mentorshipId,
		halfwayId,
		members,
	}: Pick<Mentorship, "mentorshipId" | "members"> & { halfwayId: string },
	urgency: OwedMessage["urgency"],
): OwedMessage[] {
	return members.map(({ personId }) => ({
		kind: `mentorships:${what}`,
		to: { personId },
		subjectId: mentorshipId,
		key: `${what}:${halfwayId}:${personId}`,
		urgency,
		staleAfterHours: 2 * week,
	}));
}
