import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { type MemberRole, type Mentorship, seatStates } from "./mentorship.ts";

export type NewMentorship = {
	mentorshipId: string;
	programId: string;
	/** null: it was matched by its program. */
	requestId: string | null;
	kind: string;
	exploringUntil: Date;
	members: { personId: string; role: MemberRole }[];
};

export async function insertMentorship(
	trx: WorkspaceTrx,
	mentorship: NewMentorship,
): Promise<void> {
	const keys = {
		workspace_id: trx.workspaceId,
		mentorship_id: mentorship.mentorshipId,
	};
	trx.send(
		trx.insertInto("mentorship").values({
			...keys,
			program_id: mentorship.programId,
			request_id: mentorship.requestId,
			kind: mentorship.kind,
			state: "exploring",
			exploring_until: mentorship.exploringUntil,
		}),
		trx.insertInto("mentorship_member").values(
			mentorship.members.map(({ personId, role }) => ({
				...keys,
				person_id: personId,
				role,
			})),
		),
	);
}

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
	return trx
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
			spokenName.as("program_name"),
			"mentorship.kind",
			"mentorship.state",
			"mentorship.exploring_until",
			"member.person_id",
			"member.role",
			"member.stopped_at",
			"person.slack_user_id",
			"person.name",
		])
		.where("mentorship.workspace_id", "=", trx.workspaceId)
		.orderBy("mentorship.mentorship_id")
		.orderBy("member.role");
}

type Row = Awaited<
	ReturnType<ReturnType<typeof withMembers>["execute"]>
>[number];

function gather(rows: Row[]): Mentorship[] {
	const found = new Map<string, Mentorship>();
	for (const row of rows) {
		const mentorship = found.get(row.mentorship_id) ?? {
			mentorshipId: row.mentorship_id,
			programName: row.program_name,
			kind: row.kind,
			state: row.state,
			exploringUntil: row.exploring_until,
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
					.where("mine.person_id", "=", personId),
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

export async function updateGroupChannel(
	trx: WorkspaceTrx,
	mentorshipId: string,
	channel: string,
): Promise<void> {
	await trx
		.updateTable("mentorship")
		.set({ channel })
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.execute();
}

/** `since` null: they want to hear of it again. */
export async function updateStopped(
	trx: WorkspaceTrx,
	{ mentorshipId, personId }: { mentorshipId: string; personId: string },
	since: Date | null,
): Promise<void> {
	trx.send(
		trx
			.updateTable("mentorship_member")
			.set({ stopped_at: since })
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentorship_id", "=", mentorshipId)
			.where("person_id", "=", personId)
			.where("stopped_at", since ? "is" : "is not", null),
	);
}
