import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { thankedBy } from "./closing.ts";
import { readPartnerName } from "./external.service.ts";
import type { ReadGoals } from "./look-back.service.ts";
import { openLookBack, openThanks } from "./look-back.ts";
import { listLookBacks } from "./look-backs.queries.ts";
import type { Mentorship } from "./mentorship.ts";
import { isOver } from "./mentorship-moves.ts";
import { findMentorship } from "./read-mentorships.queries.ts";
import { findBeginning, listOverOf } from "./stories.queries.ts";
import type { Story } from "./story.ts";

/** So many of one's past mentorships can be chosen from. */
const mostStories = 20;

/** One's own story of a mentorship that is over; null: it is not, or gone. */
export async function readStory(
	deps: Deps,
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: { mentorshipId: string; personId: string },
	readGoals: ReadGoals,
): Promise<Story | null> {
	const [mentorship, from, rows, goals, outside] = await Promise.all([
		findMentorship(trx, mentorshipId),
		findBeginning(trx, mentorshipId),
		listLookBacks(trx, mentorshipId),
		readGoals(deps, trx, mentorshipId),
		readPartnerName(deps, trx, mentorshipId),
	]);
	if (!mentorship || !isOver(mentorship.state) || !from) return null;
	const { workspaceId } = trx;
	const mine = rows
		.filter((row) => row.personId === personId)
		.flatMap((row) => openLookBack(deps.cipher, workspaceId, row).saved ?? []);
	const words = (of: (saved: (typeof mine)[number]) => string | null) =>
		mine.flatMap((saved) => of(saved) ?? []);
	const isAlone = thankedBy(mentorship, personId).length === 0;
	return {
		mentorship,
		outside,
		from,
		to: mentorship.since,
		goals: goals.filter(({ owner }) => owner.personId === personId),
		helped: [...new Set(mine.flatMap(({ helped }) => helped))],
		helpedWords: words(({ helpedWords }) => helpedWords),
		learned: words(({ learned }) => learned),
		ownWords: words(({ ownWords }) => ownWords),
		thanks: rows.flatMap((row) => {
			const author = mentorship.members.find(
				(member) => member.personId === row.personId,
			);
			const isForMe = thankedBy(mentorship, row.personId).some(
				(member) => member.personId === personId,
			);
			const thanks = isForMe
				? openThanks(deps.cipher, { workspaceId, ...row }, row.thanks)
				: null;
			if (!author || !thanks) return [];
			return [{ name: author.name, words: thanks }];
		}),
		thanksToCopy: isAlone ? words(({ thanks }) => thanks) : [],
		quotes: words(({ quote }) => quote),
	};
}

/** The mentorships of someone that are over, the latest first. */
export function readPast(
	deps: Deps,
	{ workspaceId, actor }: Visit,
): Promise<Mentorship[]> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const ids = await listOverOf(trx, actor.personId, mostStories);
		const found = await Promise.all(ids.map((id) => findMentorship(trx, id)));
		return found.flatMap((mentorship) => mentorship ?? []);
	});
}

/** The story as a file, to whoever asked for it; false: it is not over. */
export function sendStory(
	deps: Deps,
	{ workspaceId, actor, key }: Visit,
	mentorshipId: string,
): Promise<boolean> {
	const { personId } = actor;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await findMentorship(trx, mentorshipId);
		if (!mentorship || !isOver(mentorship.state)) return false;
		await insertOwed(trx, [
			{
				kind: "mentorships:story-file",
				to: { personId },
				subjectId: mentorshipId,
				// Each tap is for one more.
				key: `story-file:${mentorshipId}:${key}`,
				urgency: "now",
				staleAfterHours: 24,
			},
		]);
		return true;
	});
}
