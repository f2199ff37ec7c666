import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { type Mentorship, seatStates } from "./mentorship.ts";

/** How many of a mentor's seats are taken; a group takes one. */
export async function countSeatsTaken(
	trx: WorkspaceTrx,
	programId: string,
	mentorId: string,
): Promise<number> {
	const { taken } = await trx
		.selectFrom("mentorship_member as member")
		.innerJoin("mentorship", (join) =>
			join
				.onRef("mentorship.workspace_id", "=", "member.workspace_id")
				.onRef("mentorship.mentorship_id", "=", "member.mentorship_id"),
		)
		.select((eb) => eb.fn.countAll<string>().as("taken"))
		.where("member.workspace_id", "=", trx.workspaceId)
		.where("member.person_id", "=", mentorId)
		.where("member.role", "=", "mentor")
		.where("member.left_at", "is", null)
		.where("mentorship.program_id", "=", programId)
		.where("mentorship.state", "in", seatStates)
		.executeTakeFirstOrThrow();
	return Number(taken);
}

/** The program's name, where there is more than one to tell apart. */
const spokenName = sql<string | null>`(select g.name from program g
	where g.workspace_id = mentorship.workspace_id
		and g.program_id = mentorship.program_id
		and exists (select from program other
			where other.workspace_id = g.workspace_id
				and other.program_id <> g.program_id))`;

function withMembers(trx: WorkspaceTrx) {
	return (
		trx
			.selectFrom("mentorship")
			.innerJoin("mentorship_member as member", (join) =>
				join
					.onRef("member.workspace_id", "=", "mentorship.workspace_id")
					.onRef("member.mentorship_id", "=", "mentorship.mentorship_id"),
			)
			.innerJoin("person", (join) =>
				join
					.onRef("person.workspace_id", "=", "member.workspace_id")
					.onRef("person.person_id", "=", "member.person_id"),
			)
			.select([
				"mentorship.mentorship_id",
				"mentorship.program_id",
				spokenName.as("program_name"),
				"mentorship.kind",
				"mentorship.state",
				"mentorship.since",
				"mentorship.changes",
				"mentorship.turned_at",
				"mentorship.exploring_until",
				"mentorship.active_since",
				"mentorship.rhythm",
				"mentorship.length_minutes",
				// As they stand in the calendar; a driver would make them instants.
				sql<string | null>`mentorship.halfway_on::text`.as("halfway_on"),
				sql<string | null>`mentorship.ends_on::text`.as("ends_on"),
				"mentorship.paused_from",
				"mentorship.paused_until",
				"mentorship.pause_ends",
				"mentorship.paused_by",
				"mentorship.ended_as",
				"mentorship.lineup",
				"mentorship.closed_at",
				"member.person_id",
				"member.role",
				"member.stopped_at",
				"person.slack_user_id",
				"person.name",
			])
			.where("mentorship.workspace_id", "=", trx.workspaceId)
			.where("member.left_at", "is", null)
			.orderBy("mentorship.mentorship_id")
			.orderBy("member.role")
			// Fellows are always named in one order.
			.orderBy("member.person_id")
	);
}

type Row = Awaited<
	ReturnType<ReturnType<typeof withMembers>["execute"]>
>[number];

function gather(rows: Row[]): Mentorship[] {
	const found = new Map<string, Mentorship>();
	for (const row of rows) {
		const mentorship = found.get(row.mentorship_id) ?? {
			mentorshipId: row.mentorship_id,
			programId: row.program_id,
			programName: row.program_name,
			kind: row.kind,
			state: row.state,
			since: row.since,
			changes: row.changes,
			turnedAt: row.turned_at,
			exploringUntil: row.exploring_until,
			activeSince: row.active_since,
			rhythm: row.rhythm,
			lengthMinutes: row.length_minutes,
			halfwayOn: row.halfway_on,
			endsOn: row.ends_on,
			pausedFrom: row.paused_from,
			pausedUntil: row.paused_until,
			pauseEnds: row.pause_ends,
			pausedBy: row.paused_by,
			endedAs: row.ended_as,
			lineup: row.lineup,
			closedAt: row.closed_at,
			members: [],
		};
		mentorship.members.push({
			personId: row.person_id,
			slackUserId: row.slack_user_id,
			name: row.name,
			role: row.role,
			stoppedAt: row.stopped_at,
		});
		found.set(row.mentorship_id, mentorship);
	}
	return [...found.values()];
}

export async function findMentorship(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> {
	const rows = await withMembers(trx)
		.where("mentorship.mentorship_id", "=", mentorshipId)
		.execute();
	return gather(rows)[0];
}

/**
 * The same, held until the transaction ends: whoever moves it, or changes its
 * members, takes this lock before any other row of it.
 */
export async function lockMentorship(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> {
	const held = await lockRow(trx, mentorshipId).executeTakeFirst();
	return held && findMentorship(trx, mentorshipId);
}

/** The same, for the clock, which waits for nobody; undefined: held, or gone. */
export async function lockIdleMentorship(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<Mentorship | undefined> {
	const held = await lockRow(trx, mentorshipId).skipLocked().executeTakeFirst();
	return held && findMentorship(trx, mentorshipId);
}

function lockRow(trx: WorkspaceTrx, mentorshipId: string) {
	return trx
		.selectFrom("mentorship")
		.select("mentorship_id")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.forUpdate();
}

/** The mentorships someone is in that are under way, oldest first. */
export async function listMentorshipsOf(
	trx: WorkspaceTrx,
	personId: string,
): Promise<Mentorship[]> {
	const rows = await withMembers(trx)
		.where("mentorship.state", "in", seatStates)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom("mentorship_member as mine")
					.select("mine.person_id")
					.whereRef("mine.workspace_id", "=", "mentorship.workspace_id")
					.whereRef("mine.mentorship_id", "=", "mentorship.mentorship_id")
					.where("mine.person_id", "=", personId)
					.where("mine.left_at", "is", null),
			),
		)
		.execute();
	return gather(rows);
}

export async function findGroupChannel(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<string | null> {
	const row = await trx
		.selectFrom("mentorship")
		.select("channel")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.executeTakeFirst();
	return row?.channel ?? null;
}
