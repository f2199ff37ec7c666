import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import {
	type OnMet,
	type OnTakenBack,
	rate,
} from "../meetings/answer.service.ts";
import { readWithAnswer } from "../meetings/meetings.service.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import type { Visit } from "../slack/feature.ts";
import { type Noted, noteActions } from "./actions.service.ts";
import {
	carryItems,
	coverItems,
	listItemsOf,
	reopenItems,
} from "./agenda.queries.ts";
import { openItem } from "./agenda.ts";
import { isQuestion, type Question } from "./questions.ts";
import type { WrapUp } from "./wrap-up.ts";

export type WrapUpPage = {
	meetingId: string;
	heldAt: Date;
	mentorship: Mentorship;
	/** What was on its agenda. */
	items: { itemId: string; slot: Question | "own"; text: string }[];
};

/** A meeting that took place, to write down what came of it; else null. */
export function readWrapUp(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	meetingId: string,
): Promise<WrapUpPage | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [found, rows] = await Promise.all([
			readWithAnswer(trx, meetingId, actor.personId),
			listItemsOf(trx, meetingId, actor.personId),
		]);
		if (!found?.meeting.heldAt) return null;
		return {
			meetingId,
			heldAt: found.meeting.heldAt,
			mentorship: found.mentorship,
			items: rows.map(({ itemId, slot, words }) => ({
				itemId,
				slot: isQuestion(slot) ? slot : "own",
				text: openItem(deps.cipher, { workspaceId, itemId }, words),
			})),
		};
	});
}

/**
 * Keeps how useful it was, for the one who says it alone; what is to come up
 * again; and what was taken on. null: it has not taken place.
 */
export function saveWrapUp(
	deps: Deps,
	visit: Visit,
	meetingId: string,
	{ useful, keep, taken }: WrapUp,
): Promise<Noted | null> {
	const { workspaceId, actor, now } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const found = await readWithAnswer(trx, meetingId, actor.personId);
		if (!found?.meeting.heldAt) return null;
		const { mentorshipId } = found.mentorship;
		const noted = await noteActions(deps, trx, mentorshipId, taken, visit);
		if (noted !== "noted") return noted;
		if (useful !== null)
			await rate(trx, { meetingId, personId: actor.personId, useful, now });
		await carryItems(trx, meetingId, keep);
		return noted;
	});
}

/** A meeting took place: its agenda has been talked about. */
export const coverAgenda: OnMet = async (trx, mentorshipId, { meetingId }) => {
	await coverItems(trx, { mentorshipId, meetingId });
	return [];
};

/** It did not after all: its agenda waits for the next one. */
export const reopenAgenda: OnTakenBack = (trx, meetingId) =>
	reopenItems(trx, meetingId);
