import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { seatStates } from "../mentorships/mentorship.ts";
import { endedShown, type GoalState, mostOpen } from "./goal.ts";

export type GoalRow = Awaited<
	ReturnType<ReturnType<typeof goals>["execute"]>
>[number];

/** The program's name, where there is more than one to tell apart. */
const spokenName = sql<string | null>`(select g.name from program g
	where g.workspace_id = goal.workspace_id
		and g.program_id = goal.program_id
		and exists (select from program other
			where other.workspace_id = g.workspace_id
				and other.program_id <> g.program_id))`;

function goals(trx: WorkspaceTrx) {
	return trx
		.selectFrom("goal")
		.innerJoin("person as owner", (join) =>
			join
				.onRef("owner.workspace_id", "=", "goal.workspace_id")
				.onRef("owner.person_id", "=", "goal.person_id"),
		)
		.select([
			"goal.goal_id as goalId",
			"goal.person_id as personId",
			"owner.slack_user_id as slackUserId",
			"owner.name",
			"goal.mentorship_id as mentorshipId",
			spokenName.as("programName"),
			"goal.words",
			"goal.quarters",
			// As it stands in the calendar; a driver would make it an instant.
			sql<string | null>`goal.due_on::text`.as("dueOn"),
			"goal.state",
			"goal.let_go_why as letGoWhy",
			"goal.touches",
			"goal.touched_at as touchedAt",
			"goal.ended_at as endedAt",
		])
		.where("goal.workspace_id", "=", trx.workspaceId);
}

export async function findGoal(
	trx: WorkspaceTrx,
	goalId: string,
): Promise<GoalRow | undefined> {
	return goals(trx).where("goal.goal_id", "=", goalId).executeTakeFirst();
}

/** Holds the goal until the transaction ends. */
export async function lockGoal(
	trx: WorkspaceTrx,
	goalId: string,
): Promise<GoalRow | undefined> {
	return goals(trx)
		.where("goal.goal_id", "=", goalId)
		.forUpdate("goal")
		.executeTakeFirst();
}

/** Someone's open goals, and those that ended last. */
export async function listGoalsOf(
	trx: WorkspaceTrx,
	personId: string,
): Promise<GoalRow[]> {
	return goals(trx)
		.where("goal.person_id", "=", personId)
		.orderBy(sql`goal.state = 'open'`, "desc")
		.orderBy("goal.ended_at", "desc")
		.limit(mostOpen + endedShown)
		.execute();
}

/** Whoever has left a group takes their goals along. */
const isOwnerIn = sql<boolean>`not exists (select from mentorship_member gone
	where gone.workspace_id = goal.workspace_id
		and gone.mentorship_id = goal.mentorship_id
		and gone.person_id = goal.person_id and gone.left_at is not null)`;

/**
 * The goals in a mentorship of those who are in it, in whatever state; oldest
 * first.
 */
export async function listGoalsIn(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<GoalRow[]> {
	return goals(trx)
		.where("goal.mentorship_id", "=", mentorshipId)
		.where(isOwnerIn)
		.orderBy("goal.goal_id")
		.execute();
}

/**
 * What others share with a mentor or peer, while the mentorship lasts and both
 * are in it. What they let go is not shown any more.
 */
export async function listSharedWith(
	trx: WorkspaceTrx,
	personId: string,
): Promise<GoalRow[]> {
	return goals(trx)
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "goal.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "goal.mentorship_id"),
		)
		.innerJoin("mentorship_member as reader", (join) =>
			join
				.onRef("reader.workspace_id", "=", "goal.workspace_id")
				.onRef("reader.mentorship_id", "=", "goal.mentorship_id"),
		)
		.where("reader.person_id", "=", personId)
		.where("reader.role", "in", ["mentor", "peer"])
		.where("reader.left_at", "is", null)
		.where(isOwnerIn)
		.where("mentorship.state", "in", seatStates)
		.where("goal.person_id", "!=", personId)
		.where("goal.state", "!=", "let_go")
		.orderBy("goal.mentorship_id")
		.orderBy("owner.name")
		.orderBy("goal.person_id")
		.execute();
}

export async function countOpenGoals(
	trx: WorkspaceTrx,
	personId: string,
): Promise<number> {
	const { open } = await trx
		.selectFrom("goal")
		.select((eb) => eb.fn.countAll<string>().as("open"))
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.where("state", "=", "open")
		.executeTakeFirstOrThrow();
	return Number(open);
}

export type NewGoal = {
	goalId: string;
	/** Of its mentorship, where it has one. */
	programId: string;
	personId: string;
	mentorshipId: string | null;
	words: Buffer;
	dueOn: string | null;
	now: Date;
};

export async function insertGoal(
	trx: WorkspaceTrx,
	{ programId, mentorshipId, now, ...goal }: NewGoal,
): Promise<void> {
	await trx
		.insertInto("goal")
		.values({
			workspace_id: trx.workspaceId,
			goal_id: goal.goalId,
			program_id: programOf(trx, mentorshipId, programId),
			person_id: goal.personId,
			mentorship_id: mentorshipId,
			words: goal.words,
			due_on: goal.dueOn,
			touched_at: now,
			created_at: now,
		})
		.execute();
}

/** What a touch sets anew; what is left out stays. */
export type GoalPatch = Partial<{
	words: Buffer;
	quarters: number;
	due_on: string | null;
	mentorship_id: string | null;
	state: GoalState;
	let_go_why: Buffer | null;
	ended_at: Date | null;
	asked_less: boolean;
}>;

export async function touchGoal(
	trx: WorkspaceTrx,
	goalId: string,
	patch: GoalPatch,
	now: Date,
): Promise<void> {
	const { mentorship_id: mentorshipId } = patch;
	await trx
		.updateTable("goal")
		.set(({ ref }) => ({
			...patch,
			...(mentorshipId && {
				program_id: programOf(trx, mentorshipId, ref("goal.program_id")),
			}),
			touches: sql<number>`goal.touches + 1`,
			touched_at: now,
		}))
		.where("workspace_id", "=", trx.workspaceId)
		.where("goal_id", "=", goalId)
		.execute();
}

function programOf(
	trx: WorkspaceTrx,
	mentorshipId: string | null,
	otherwise: unknown,
) {
	return sql<string>`coalesce((select m.program_id from mentorship m
		where m.workspace_id = ${trx.workspaceId}
			and m.mentorship_id = ${mentorshipId}::uuid), ${otherwise}::uuid)`;
}
