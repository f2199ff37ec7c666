import { withWorkspace } from "../db/database.ts";
import type { Deps } from "../deps.ts";
import { memberOf } from "../mentorships/mentorship.ts";
import { readMentorshipsOf } from "../mentorships/mentorships.service.ts";
import type { Visit } from "../slack/feature.ts";
import { byDate, type Goal } from "./goal.ts";
import { findGoal, listSharedWith } from "./goals.queries.ts";
import { openGoal } from "./goals.service.ts";
import type { Shared } from "./shared.ts";

/** The goals of others that someone may read, by mentorship and owner. */
export function readShared(deps: Deps, visit: Visit): Promise<Shared[]> {
	const { workspaceId, actor } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const rows = await listSharedWith(trx, actor.personId);
		const goals = rows.map((row) => openGoal(deps, workspaceId, row));
		const parts = Map.groupBy(
			goals,
			({ mentorshipId, owner }) => `${mentorshipId}/${owner.personId}`,
		);
		return [...parts.values()].flatMap((part) => {
			const [first] = part;
			if (!first?.mentorshipId) return [];
			const { mentorshipId, owner } = first;
			const open = part.filter(({ state }) => state === "open").sort(byDate);
			const reached = part.filter(({ state }) => state === "reached");
			return [{ mentorshipId, owner, open, reached }];
		});
	});
}

/**
 * One goal of somebody else, who shares it with the reader; null once it is
 * let go, or not shared any more.
 */
export function readSharedGoal(
	deps: Deps,
	{ workspaceId, actor }: Visit,
	goalId: string,
): Promise<Goal | null> {
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [row, mentorships] = await Promise.all([
			findGoal(trx, goalId),
			readMentorshipsOf(trx, actor.personId),
		]);
		const isShared = mentorships.some(
			(one) =>
				one.mentorshipId === row?.mentorshipId && memberOf(one, row.personId),
		);
		return row && isShared && row.state !== "let_go"
			? openGoal(deps, workspaceId, row)
			: null;
	});
}
