import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import { insertOwed } from "../delivery/owe.queries.ts";
import type { Deps } from "../deps.ts";
import type { Visit } from "../slack/feature.ts";
import { goesOnWithout } from "./kinds.ts";
import { letGo } from "./leave.service.ts";
import { type Mentorship, memberOf } from "./mentorship.ts";
import { isUnderWay } from "./mentorship-moves.ts";
import { updateMentorship } from "./mentorships.queries.ts";
import { lockMentorship } from "./read-mentorships.queries.ts";

/** What a tap did to a group; `before`: too much has changed for it. */
export type GroupTap = {
	did: "left" | "closed" | "opened" | "before";
	mentorship: Mentorship;
};

/** Leaves a group that goes on without them. */
export function leaveGroup(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
): Promise<GroupTap | null> {
	const { actor, now } = visit;
	const { personId } = actor;
	return onGroup(deps, visit, mentorshipId, async (trx, mentorship) => {
		const me = memberOf(mentorship, personId);
		if (!me || !goesOnWithout(mentorship, me))
			return { did: "before", mentorship };
		const leaving = { personId, now, endedAs: "left" } as const;
		const left = await letGo(deps, trx, mentorship, leaving);
		await insertOwed(trx, left.owed);
		return { did: "left", mentorship: left.mentorship };
	});
}

/** The mentor says whether their group takes more; nobody is told. */
export function closeGroup(
	deps: Deps,
	visit: Visit,
	mentorshipId: string,
	did: "closed" | "opened",
): Promise<GroupTap | null> {
	return onGroup(deps, visit, mentorshipId, async (trx, mentorship) => {
		if (mentorship.kind !== "group") return { did: "before", mentorship };
		const closedAt = did === "closed" ? visit.now : null;
		await updateMentorship(trx, mentorshipId, { closed_at: closedAt });
		await updateHomeChanged(
			trx,
			mentorship.members.map(({ personId }) => personId),
		);
		return { did, mentorship: { ...mentorship, closedAt } };
	});
}

/** null: there is no such mentorship. */
function onGroup(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	mentorshipId: string,
	work: (trx: WorkspaceTrx, mentorship: Mentorship) => Promise<GroupTap>,
): Promise<GroupTap | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const mentorship = await lockMentorship(trx, mentorshipId);
		if (!mentorship) return null;
		const isIn = memberOf(mentorship, actor.personId) !== undefined;
		return isIn && isUnderWay(mentorship.state)
			? work(trx, mentorship)
			: { did: "before", mentorship };
	});
}
