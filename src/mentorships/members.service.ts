import type { WorkspaceTrx } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { resumeGate } from "../delivery/ledger.queries.ts";
import type { OwedMessage } from "../delivery/owe.ts";
import {
	saveConversationChannel,
	startConversation,
} from "../workspaces/conversations.service.ts";
import { discardDraftsOf } from "./agreement-drafts.service.ts";
import { deleteAnswers } from "./exploring-answers.queries.ts";
import { goesOnWithout, roomIn } from "./kinds.ts";
import { listOpenGroups } from "./members.queries.ts";
import {
	exploringEnd,
	isStopped,
	type MemberRole,
	type Mentorship,
	memberOf,
} from "./mentorship.ts";
import {
	insertMember,
	updateLeft,
	updateMentorship,
} from "./mentorships.queries.ts";
import { saveTurn } from "./move.service.ts";
import {
	findGroupChannel,
	findMentorship,
	lockMentorship,
} from "./read-mentorships.queries.ts";
import { sayTo } from "./turn-acts.service.ts";

/** A mentorship as it is now, and what is owed for the transaction's one call. */
export type Changed = { mentorship: Mentorship; owed: OwedMessage[] };

type Coming = { personId: string; role: MemberRole; now: Date };

/**
 * Takes somebody into a mentorship that is locked. Exploring begins anew, so
 * that they have their four weeks, and so does what the others said about going
 * on: it was about fewer people. Later they sign what the others agreed on.
 */
export async function comeIn(
	trx: WorkspaceTrx,
	before: Mentorship,
	{ personId, role, now }: Coming,
): Promise<Changed> {
	const lineup = before.lineup + 1;
	const { mentorshipId } = before;
	await insertMember(trx, { mentorshipId, personId, role, lineup });
	const isExploring = before.state === "exploring";
	const changed = await changeMembers(trx, before, {
		...(isExploring && { exploring_until: exploringEnd(now), turned_at: now }),
	});
	if (isExploring) {
		await deleteAnswers(trx, mentorshipId);
		await saveTurn(trx, changed.mentorship);
	}
	const welcome = welcomeNews(changed.mentorship, personId, role);
	return { ...changed, owed: [...changed.owed, ...welcome] };
}

/**
 * Lets somebody go from a mentorship that is locked. null: the others cannot go
 * on without them, so that it would have to end.
 */
export async function goOut(
	trx: WorkspaceTrx,
	before: Mentorship,
	personId: string,
): Promise<Changed | null> {
	const member = memberOf(before, personId);
	if (!member || !goesOnWithout(before, member)) return null;
	const { mentorshipId } = before;
	await updateLeft(trx, { mentorshipId, personId, lineup: before.lineup + 1 });
	await discardDraftsOf(trx, mentorshipId, [personId]);
	return changeMembers(trx, before, {});
}

/** The mentor's group that an accepted mentee joins, locked; none: one begins. */
export async function holdOpenGroup(
	trx: WorkspaceTrx,
	where: { programId: string; mentorId: string },
): Promise<Mentorship | undefined> {
	for (const mentorshipId of await listOpenGroups(trx, where)) {
		const group = await lockMentorship(trx, mentorshipId);
		if (group && roomIn(group) > 0 && !isStopped(group)) return group;
	}
	return undefined;
}

/**
 * The members of a group DM are fixed in Slack. So the next message opens a new
 * one, whose first line names everyone, and the old one gets a last line; whoever
 * comes in sees nothing of what was said there.
 */
async function changeMembers(
	trx: WorkspaceTrx,
	before: Mentorship,
	patch: { exploring_until?: Date; turned_at?: Date },
): Promise<Changed> {
	const { mentorshipId } = before;
	const lineup = before.lineup + 1;
	const channel = await findGroupChannel(trx, mentorshipId);
	await updateMentorship(trx, mentorshipId, {
		...patch,
		lineup,
		channel: null,
	});
	const mentorship = (await findMentorship(trx, mentorshipId)) ?? before;
	const people = [...before.members, ...mentorship.members];
	await updateHomeChanged(trx, [
		...new Set(people.map(({ personId }) => personId)),
	]);
	// Whoever stopped everything, or could not be reached, may be gone.
	if (!isStopped(mentorship))
		await resumeGate(trx, { personId: null, mentorshipId });
	const last = channel ? await retire(trx, before, channel) : [];
	return { mentorship, owed: [...last, gatheringNews(mentorship)] };
}

/** The last line in a group DM that has been left behind. */
async function retire(
	trx: WorkspaceTrx,
	before: Mentorship,
	channel: string,
): Promise<OwedMessage[]> {
	if (isStopped(before)) return [];
	const conversationId = await startConversation(
		trx,
		before.members.map(({ personId }) => personId),
	);
	await saveConversationChannel(trx, conversationId, channel);
	const { mentorshipId, lineup } = before;
	return [
		{
			kind: "mentorships:moved-on",
			to: { conversationId },
			subjectId: mentorshipId,
			key: `moved-on:${mentorshipId}:${lineup}`,
			...atOnce,
		},
	];
}

const atOnce = { urgency: "now", staleAfterHours: 7 * 24 } as const;

/** The first line in the group DM of those who are in it now. */
export function gatheringNews({
	mentorshipId,
	lineup,
}: Pick<Mentorship, "mentorshipId" | "lineup">): OwedMessage {
	return {
		kind: "mentorships:gathering",
		to: { mentorshipId },
		subjectId: mentorshipId,
		key: `gathering:${mentorshipId}:${lineup}`,
		...atOnce,
	};
}

/** What is there for them to read or to sign, by how far the others are. */
function welcomeNews(
	mentorship: Mentorship,
	personId: string,
	role: MemberRole,
): OwedMessage[] {
	const { state } = mentorship;
	const what =
		state === "exploring"
			? `briefing-${role}`
			: state === "agreeing"
				? "agree"
				: "welcome";
	return sayTo([{ personId }], mentorship, what).map((message) => ({
		...message,
		...atOnce,
	}));
}
