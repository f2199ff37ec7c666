import { type WorkspaceTrx, withWorkspace } from "../db/database.ts";
import { updateHomeChanged } from "../delivery/home.queries.ts";
import type { Deps } from "../deps.ts";
import type { Mentorship } from "../mentorships/mentorship.ts";
import { readMentorshipsOf } from "../mentorships/mentorships.service.ts";
import type { Visit } from "../slack/feature.ts";
import {
	byDate,
	endedShown,
	type Goal,
	type OwnGoal,
	type OwnGoals,
	openWhy,
	openWords,
} from "./goal.ts";
import {
	findGoal,
	type GoalRow,
	listGoalsIn,
	listGoalsOf,
} from "./goals.queries.ts";
import { readersIn } from "./readers.ts";

/** A goal as it may be read by everyone who may read it. */
export function openGoal(deps: Deps, workspaceId: string, row: GoalRow): Goal {
	const { personId, slackUserId, name, words, letGoWhy: _, ...rest } = row;
	return {
		...rest,
		...openWords(deps.cipher, { workspaceId, goalId: row.goalId }, words),
		owner: { personId, slackUserId, name },
	};
}

/** The goals of a mentorship in whatever state, the oldest first. */
export async function readGoalsIn(
	deps: Deps,
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Goal[]> {
	const rows = await listGoalsIn(trx, mentorshipId);
	return rows.map((row) => openGoal(deps, trx.workspaceId, row));
}

/** Someone's own goals, in all programs: they are theirs, wherever they are. */
export function readOwnGoals(deps: Deps, visit: Visit): Promise<OwnGoals> {
	const { workspaceId, actor } = visit;
	return withWorkspace(deps.db, workspaceId, async (trx) => {
		const [rows, mentorships] = await Promise.all([
			listGoalsOf(trx, actor.personId),
			readMentorshipsOf(trx, actor.personId),
		]);
		const all = rows.map((row) => ownGoal(deps, trx, row, mentorships));
		return {
			open: all
				.filter(({ goal }) => goal.state === "open")
				.sort((a, b) => byDate(a.goal, b.goal)),
			ended: all
				.filter(({ goal }) => goal.state !== "open")
				.slice(0, endedShown),
		};
	});
}

/** One goal, for its owner; null: there is none of this id. */
export async function readOwnGoal(
	deps: Deps,
	trx: WorkspaceTrx,
	goalId: string,
): Promise<OwnGoal | null> {
	const row = await findGoal(trx, goalId);
	if (!row) return null;
	const mentorships = await readMentorshipsOf(trx, row.personId);
	return ownGoal(deps, trx, row, mentorships);
}

function ownGoal(
	deps: Deps,
	{ workspaceId }: WorkspaceTrx,
	row: GoalRow,
	mentorships: Mentorship[],
): OwnGoal {
	const { goalId, personId } = row;
	const mentorship = mentorships.find(
		({ mentorshipId }) => mentorshipId === row.mentorshipId,
	);
	return {
		goal: openGoal(deps, workspaceId, row),
		why: openWhy(deps.cipher, { workspaceId, goalId }, row.letGoWhy),
		readers: mentorship ? readersIn(mentorship, personId) : [],
	};
}

/** Homes that show a goal are drawn again: its owner's, and its readers'. */
export async function tellReaders(
	trx: WorkspaceTrx,
	personId: string,
	mentorshipIds: (string | null)[],
): Promise<void> {
	const mentorships = await readMentorshipsOf(trx, personId);
	const readers = mentorships
		.filter(({ mentorshipId }) => mentorshipIds.includes(mentorshipId))
		.flatMap((mentorship) => readersIn(mentorship, personId));
	await updateHomeChanged(trx, [
		personId,
		...readers.map((reader) => reader.personId),
	]);
}
