import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Introduction } from "./introduction.ts";
import { type IntroductionState, openStates } from "./introduction-moves.ts";

/** An introduction with what was written about it, sealed. */
export type IntroductionRow = Introduction & {
	words: Buffer;
	note: Buffer | null;
};

/** The program's name, where there is more than one to tell apart. */
const spokenName = sql<string | null>`(select g.name from program g
	where g.workspace_id = i.workspace_id and g.program_id = i.program_id
		and exists (select from program other
			where other.workspace_id = g.workspace_id
				and other.program_id <> g.program_id))`;

const stopped = sql<boolean>`exists (select from mentorship_member m
	where m.workspace_id = i.workspace_id
		and m.mentorship_id = i.mentorship_id and m.left_at is null
		and m.stopped_at is not null)`;

const followed = sql<boolean>`exists (select from introduction later
	where later.workspace_id = i.workspace_id
		and later.follows_id = i.introduction_id)`;

function introductions(trx: WorkspaceTrx) {
	return trx
		.selectFrom("introduction as i")
		.innerJoin("person as mentee", (join) =>
			join
				.onRef("mentee.workspace_id", "=", "i.workspace_id")
				.onRef("mentee.person_id", "=", "i.mentee_id"),
		)
		.innerJoin("person as mentor", (join) =>
			join
				.onRef("mentor.workspace_id", "=", "i.workspace_id")
				.onRef("mentor.person_id", "=", "i.mentor_id"),
		)
		.leftJoin("person as third", (join) =>
			join
				.onRef("third.workspace_id", "=", "i.workspace_id")
				.onRef("third.person_id", "=", "i.third_id"),
		)
		.select([
			"i.introduction_id",
			"i.program_id",
			spokenName.as("program_name"),
			"i.mentorship_id",
			"i.state",
			"i.words",
			"i.note",
			"i.started_at",
			"i.named_at",
			"i.closes_at",
			"i.mentee_id",
			"mentee.slack_user_id as mentee_slack_id",
			"mentee.name as mentee_name",
			"i.mentor_id",
			"mentor.slack_user_id as mentor_slack_id",
			"mentor.name as mentor_name",
			"third.person_id as third_id",
			"third.slack_user_id as third_slack_id",
			"third.name as third_name",
			stopped.as("is_stopped"),
			followed.as("is_followed"),
		])
		.where("i.workspace_id", "=", trx.workspaceId);
}

type Row = Awaited<
	ReturnType<ReturnType<typeof introductions>["execute"]>
>[number];

function asIntroduction(row: Row): IntroductionRow {
	return {
		introductionId: row.introduction_id,
		programId: row.program_id,
		programName: row.program_name,
		mentorshipId: row.mentorship_id,
		state: row.state,
		mentee: {
			personId: row.mentee_id,
			slackUserId: row.mentee_slack_id,
			name: row.mentee_name,
		},
		mentor: {
			personId: row.mentor_id,
			slackUserId: row.mentor_slack_id,
			name: row.mentor_name,
		},
		third: row.third_id
			? {
					personId: row.third_id,
					slackUserId: row.third_slack_id ?? "",
					name: row.third_name ?? "",
				}
			: null,
		startedAt: row.started_at,
		namedAt: row.named_at,
		closesAt: row.closes_at,
		isStopped: row.is_stopped,
		isFollowed: row.is_followed,
		words: row.words,
		note: row.note,
	};
}

export async function findIntroduction(
	trx: WorkspaceTrx,
	introductionId: string,
): Promise<IntroductionRow | undefined> {
	const row = await introductions(trx)
		.where("i.introduction_id", "=", introductionId)
		.executeTakeFirst();
	return row && asIntroduction(row);
}

/** Holds it until the transaction ends. */
export async function lockIntroduction(
	trx: WorkspaceTrx,
	introductionId: string,
): Promise<IntroductionRow | undefined> {
	const row = await introductions(trx)
		.where("i.introduction_id", "=", introductionId)
		.forUpdate("i")
		.executeTakeFirst();
	return row && asIntroduction(row);
}

/** The same, for the clock, which waits for nobody; undefined: held, or gone. */
export async function lockIdleIntroduction(
	trx: WorkspaceTrx,
	introductionId: string,
): Promise<IntroductionRow | undefined> {
	const row = await introductions(trx)
		.where("i.introduction_id", "=", introductionId)
		.forUpdate("i")
		.skipLocked()
		.executeTakeFirst();
	return row && asIntroduction(row);
}

/** What is open with someone, whatever they are to it; oldest first. */
export async function listOpenOf(
	trx: WorkspaceTrx,
	personId: string,
): Promise<IntroductionRow[]> {
	const rows = await introductions(trx)
		.where("i.state", "in", openStates)
		.where((eb) =>
			eb.or([
				eb("i.mentee_id", "=", personId),
				eb("i.mentor_id", "=", personId),
				// Until the mentee wants it, the person offered knows nothing of it.
				eb.and([eb("i.third_id", "=", personId), eb("i.state", "=", "named")]),
			]),
		)
		.orderBy("i.introduction_id")
		.execute();
	return rows.map(asIntroduction);
}

export type NewIntroduction = {
	introductionId: string;
	mentorshipId: string;
	menteeId: string;
	mentorId: string;
	thirdId: string | null;
	followsId: string | null;
	state: (typeof openStates)[number];
	words: Buffer;
	note: Buffer | null;
	closesAt: Date;
	now: Date;
};

/** False when there is one of the kind already that is open. */
export async function insertIntroduction(
	trx: WorkspaceTrx,
	it: NewIntroduction,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("introduction")
		.values({
			workspace_id: trx.workspaceId,
			introduction_id: it.introductionId,
			program_id: sql<string>`(select m.program_id from mentorship m
				where m.workspace_id = ${trx.workspaceId}
					and m.mentorship_id = ${it.mentorshipId})`,
			mentorship_id: it.mentorshipId,
			mentee_id: it.menteeId,
			mentor_id: it.mentorId,
			third_id: it.thirdId,
			follows_id: it.followsId,
			state: it.state,
			words: it.words,
			note: it.note,
			started_at: it.now,
			named_at: it.state === "named" ? it.now : null,
			closes_at: it.closesAt,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return numInsertedOrUpdatedRows === 1n;
}

/** What a move sets; what is left out stays. */
export type IntroductionPatch = Partial<{
	state: IntroductionState;
	third_id: string;
	note: Buffer | null;
	conversation_id: string;
	named_at: Date;
	closes_at: Date;
	ended_at: Date;
}>;

export async function updateIntroduction(
	trx: WorkspaceTrx,
	introductionId: string,
	patch: IntroductionPatch,
): Promise<void> {
	await trx
		.updateTable("introduction")
		.set(patch)
		.where("workspace_id", "=", trx.workspaceId)
		.where("introduction_id", "=", introductionId)
		.execute();
}
