import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Part } from "./availability.ts";
import type { Role, StartingPart, State } from "./enrollment.ts";

export type EnrollmentKey = { programId: string; personId: string };

/** Text columns come and go sealed. */
export type EnrollmentRow = {
	role: Role;
	state: State;
	goal: Buffer | null;
	offer: Buffer | null;
	helps_not_with: Buffer | null;
	moves: Buffer | null;
	capacity: number;
	kinds_wanted: string[];
	kinds_offered: string[];
	rhythm: "weekly" | "every_two_weeks" | "monthly";
	length_minutes: number;
	format: "video" | "in_person" | "either";
	languages: string[];
	feedback_style: "direct" | "gentle" | null;
	plan_style: "structured" | "open" | null;
	medium_style: "talk" | "write" | null;
	ready_at: Date | null;
	participation_version: number;
	silent_since: Date | null;
	expired_in_row: number;
	unavailable_until: Date | null;
	joined_at: Date;
};

export type EnrollmentChange = Partial<Omit<EnrollmentRow, "joined_at">>;

export async function findEnrollment(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
): Promise<EnrollmentRow | undefined> {
	return trx
		.selectFrom("enrollment")
		.selectAll()
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.executeTakeFirst();
}

/** The programs that someone takes part in, paused or not. */
export async function listJoined(
	trx: WorkspaceTrx,
	personId: string,
): Promise<string[]> {
	const rows = await trx
		.selectFrom("enrollment")
		.select("program_id as programId")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.where("state", "!=", "left")
		.execute();
	return rows.map(({ programId }) => programId);
}

/** Whether someone has joined, and is paused in all they joined. */
export async function isPausedEverywhere(
	trx: WorkspaceTrx,
	personId: string,
): Promise<boolean> {
	const rows = await trx
		.selectFrom("enrollment")
		.select("state")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
	return rows.length > 0 && rows.every((row) => row.state === "paused");
}

/** Holds the row until the transaction ends; undefined: not enrolled. */
export async function lockEnrollmentCapacity(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
): Promise<number | undefined> {
	const row = await trx
		.selectFrom("enrollment")
		.select("capacity")
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.forUpdate()
		.executeTakeFirst();
	return row?.capacity;
}

/** How many mentorships someone has under way in a program. */
export async function countMentorships(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
): Promise<number> {
	const { all } = await trx
		.selectFrom("mentorship_member as member")
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "member.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "member.mentorship_id"),
		)
		.select(({ fn }) => fn.countAll<string>().as("all"))
		.where("member.workspace_id", "=", trx.workspaceId)
		.where("member.person_id", "=", personId)
		.where("member.left_at", "is", null)
		.where("mentorship.program_id", "=", programId)
		.where("mentorship.state", "not in", ["proposed", "completed", "ended"])
		.executeTakeFirstOrThrow();
	return Number(all);
}

function parts(trx: WorkspaceTrx, keys: readonly EnrollmentKey[]) {
	const programs = keys.map(({ programId }) => programId);
	const people = keys.map(({ personId }) => personId);
	return trx
		.selectFrom("enrollment")
		.select([
			"program_id as programId",
			"person_id as personId",
			"state",
			"capacity",
		])
		.where("workspace_id", "=", trx.workspaceId)
		.where(
			sql<boolean>`(program_id, person_id) in
				(select * from unnest(${programs}::uuid[], ${people}::uuid[]))`,
		);
}

export async function listParts(
	trx: WorkspaceTrx,
	keys: readonly EnrollmentKey[],
): Promise<Part[]> {
	return parts(trx, keys).execute();
}

/**
 * Holds these until the transaction ends, in one order for everybody; without
 * `wait`, those that someone else holds are left out.
 */
export async function lockParts(
	trx: WorkspaceTrx,
	keys: readonly EnrollmentKey[],
	{ wait }: { wait: boolean },
): Promise<Part[]> {
	const query = parts(trx, keys)
		.orderBy("person_id")
		.orderBy("program_id")
		.forUpdate();
	return (wait ? query : query.skipLocked()).execute();
}

/** Joins, or joins again: then what is not said anew comes back as it was. */
export async function upsertEnrollment(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
	values: Pick<EnrollmentRow, "role" | "goal" | "offer"> & {
		participationVersion: number;
	},
	/** For who joins for the first time. */
	start: StartingPart,
): Promise<void> {
	const { participationVersion, ...rest } = values;
	const row = {
		...rest,
		state: "open" as const,
		paused_until: null,
		participation_version: participationVersion,
	};
	await trx
		.insertInto("enrollment")
		.values({
			workspace_id: trx.workspaceId,
			program_id: programId,
			person_id: personId,
			rhythm: start.rhythm,
			length_minutes: start.lengthMinutes,
			capacity: start.capacity,
			kinds_wanted: start.kinds,
			kinds_offered: start.kinds,
			...row,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["workspace_id", "program_id", "person_id"])
				.doUpdateSet((eb) => ({
					...row,
					goal: eb.fn.coalesce("excluded.goal", "enrollment.goal"),
					offer: eb.fn.coalesce("excluded.offer", "enrollment.offer"),
				})),
		)
		.execute();
}

export async function updateEnrollment(
	trx: WorkspaceTrx,
	{ programId, personId }: EnrollmentKey,
	change: EnrollmentChange,
): Promise<void> {
	await trx
		.updateTable("enrollment")
		.set(change)
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("person_id", "=", personId)
		.execute();
}

/** Who is part of a program now, paused or not. */
export async function listEnrolled(
	trx: WorkspaceTrx,
	programId: string,
): Promise<{ personId: string; agreedTo: number }[]> {
	return trx
		.selectFrom("enrollment")
		.select(["person_id as personId", "participation_version as agreedTo"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("program_id", "=", programId)
		.where("state", "<>", "left")
		.execute();
}
