import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { type Mentorship, othersOf } from "./mentorship.ts";
import { type Moved, makeMove } from "./move.service.ts";
import { findMentorship, lockMentorship } from "./read-mentorships.queries.ts";
import { insertThanks, listThanks } from "./thanks.queries.ts";
import { mayThank, openThanks, sealThanks, type Thanked } from "./thanks.ts";

/**
 * Thanks the other, once, with a line of one's own or without. The first
 * thank-you closes the conversation, and says so itself: nothing else is owed.
 */
export function thank(
	deps: Deps,
	{ workspaceId, actor, now }: Visit,
	{ mentorshipId, words }: { mentorshipId: string; words: string | null },
): Promise<Moved<"thanked" | "before"> | null> {
	const { personId } = actor;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await lockMentorship(trx, mentorshipId);
		if (!mentorship) return null;
		if (!mayThank(mentorship)) return { is: "before", mentorship };
		const owner = { workspaceId, mentorshipId, personId };
		const sealed = sealThanks(deps.cipher, owner, words);
		const isNew = await insertThanks(trx, { ...owner, words: sealed, now });
		if (!isNew) return { is: "done", mentorship, did: "before" };
		const closed =
			mentorship.state === "closing"
				? await makeMove(trx, mentorship, {
						move: "finish",
						endedAs: "finished",
						by: personId,
						now,
					})
				: { mentorship };
		await insertOwed(trx, thanksNews(closed.mentorship, personId));
		return { is: "done", mentorship: closed.mentorship, did: "thanked" };
	});
}

function thanksNews(mentorship: Mentorship, by: string): OwedMessage[] {
	const { mentorshipId: subjectId } = mentorship;
	return othersOf(mentorship, by).map(({ personId }) => ({
		kind: "mentorships:thanked",
		to: { personId },
		subjectId,
		key: `thanked:${subjectId}:${by}:${personId}`,
		urgency: "now",
		staleAfterHours: 7 * 24,
	}));
}

export async function readThanks(
	deps: Deps,
	trx: WorkspaceTrx,
	{ mentorshipId }: Pick<Mentorship, "mentorshipId">,
	reader: string,
): Promise<Thanked> {
	const { workspaceId } = trx;
	const thanks = await listThanks(trx, mentorshipId);
	const theirs = thanks.find(({ personId }) => personId !== reader);
	const owner = theirs && { workspaceId, mentorshipId, ...theirs };
	return {
		mine: thanks.some(({ personId }) => personId === reader),
		theirs: owner
			? { words: openThanks(deps.cipher, owner, owner.words) }
			: null,
	};
}

/** Before the form is shown: how it stands, and whether one has thanked. */
export function readToThank(
	deps: Deps,
	{ workspaceId, actor: { personId } }: Visit,
	mentorshipId: string,
): Promise<{ mentorship: Mentorship; mine: boolean } | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [mentorship, { mine }] = await Promise.all([
			findMentorship(trx, mentorshipId),
			readThanks(deps, trx, { mentorshipId }, personId),
		]);
		return mentorship ? { mentorship, mine } : null;
	});
}
