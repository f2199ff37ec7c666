import { sql } from "kysely";
import { newId, type WorkspaceTrx } from "../db/database.ts";
import { inChunks } from "../delivery/ledger.queries.ts";
import type { DirectoryData } from "./directory.ts";
import type { PersonRow } from "./person.ts";
import type { SlackPerson } from "./slack-person.ts";

const fields = [
	"person_id as personId",
	"slack_user_id as slackUserId",
	"name",
	"title",
	"standing",
	"zone",
	"locale",
] as const;

/** Keeps what Slack says of someone; what they chose themselves stays. */
export async function upsertPerson(
	trx: WorkspaceTrx,
	person: SlackPerson,
): Promise<string> {
	const [personId = ""] = await upsertPeople(trx, [person]);
	return personId;
}

/** The same for many, each named once; our ids of them, in no order. */
export async function upsertPeople(
	trx: WorkspaceTrx,
	people: SlackPerson[],
): Promise<string[]> {
	// In one order for everybody: nobody waits in a circle.
	const sorted = people.toSorted((a, b) =>
		a.slackUserId < b.slackUserId ? -1 : 1,
	);
	const ids: string[] = [];
	for (const some of inChunks(sorted, 500)) {
		const rows = await trx
			.insertInto("person")
			.values(
				some.map((person) => ({
					workspace_id: trx.workspaceId,
					person_id: newId(),
					slack_user_id: person.slackUserId,
					name: person.name,
					title: person.title,
					standing: person.standing,
					zone: person.zone,
					locale: person.locale,
					slack_role: person.slackRole,
				})),
			)
			.onConflict((conflict) =>
				conflict
					.columns(["workspace_id", "slack_user_id"])
					.doUpdateSet(({ ref }) => ({
						name: ref("excluded.name"),
						title: ref("excluded.title"),
						standing: ref("excluded.standing"),
						zone: ref("excluded.zone"),
						locale: ref("excluded.locale"),
						slack_role: ref("excluded.slack_role"),
						synced_at: sql<Date>`now()`,
					})),
			)
			.returning("person_id")
			.execute();
		ids.push(...rows.map((row) => row.person_id));
	}
	return ids;
}

/** Whom Slack has not named since then is gone from it; who they are. */
export async function updateMissing(
	trx: WorkspaceTrx,
	since: Date,
): Promise<string[]> {
	const rows = await trx
		.updateTable("person")
		.set({ standing: "deactivated" })
		.where("workspace_id", "=", trx.workspaceId)
		.where("standing", "in", ["member", "guest"])
		.where("synced_at", "<", since)
		.returning("person_id")
		.execute();
	return rows.map((row) => row.person_id);
}

export async function findPerson(
	trx: WorkspaceTrx,
	personId: string,
): Promise<PersonRow | undefined> {
	return trx
		.selectFrom("person")
		.select(fields)
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.executeTakeFirst();
}

export async function findPeopleBySlackIds(
	trx: WorkspaceTrx,
	slackUserIds: string[],
): Promise<PersonRow[]> {
	if (slackUserIds.length === 0) return [];
	return trx
		.selectFrom("person")
		.select(fields)
		.where("workspace_id", "=", trx.workspaceId)
		.where("slack_user_id", "in", slackUserIds)
		.execute();
}

export type Directory = {
	department: string | null;
	level: number | null;
	location: string | null;
	managerId: string | null;
};

export async function updateDirectory(
	trx: WorkspaceTrx,
	personId: string,
	{ department, level, location, managerId }: Directory,
): Promise<void> {
	await trx
		.updateTable("person")
		.set({ department, level, location, manager_id: managerId })
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
}

/** All at once; a manager goes by Slack id, and must be known. */
export async function updateDirectories(
	trx: WorkspaceTrx,
	people: ({ slackUserId: string } & DirectoryData)[],
): Promise<void> {
	const column = <T>(of: (person: (typeof people)[number]) => T) =>
		people.map(of);
	// The database, which does not count rows of this transaction, expects few
	// people, and would compare each with each.
	await sql`select set_config('enable_nestloop', 'off', true)`.execute(trx);
	await sql`update person set department = it.department, level = it.level,
			location = it.location, manager_id = m.person_id
		from unnest(${column(({ slackUserId }) => slackUserId)}::text[],
				${column(({ department }) => department)}::text[],
				${column(({ level }) => level)}::smallint[],
				${column(({ location }) => location)}::text[],
				${column(({ manager }) => manager)}::text[])
			as it (slack_user_id, department, level, location, manager)
		left join person m on m.workspace_id = ${trx.workspaceId}
			and m.slack_user_id = it.manager
		where person.workspace_id = ${trx.workspaceId}
			and person.slack_user_id = it.slack_user_id`.execute(trx);
}

export type WorkingHoursChoice = {
	start: string;
	end: string;
	/** ISO weekdays; null: those usual in the zone's country. */
	days: number[] | null;
};

export async function updateWorkingHours(
	trx: WorkspaceTrx,
	personId: string,
	{ start, end, days }: WorkingHoursChoice,
): Promise<void> {
	await trx
		.updateTable("person")
		.set({ hours_start: start, hours_end: end, work_days: days })
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
}

export async function findWorkingHours(trx: WorkspaceTrx, personId: string) {
	return trx
		.selectFrom("person")
		.select(["zone", "hours_start", "hours_end", "work_days"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.executeTakeFirstOrThrow();
}

export async function updateDmChannel(
	trx: WorkspaceTrx,
	personId: string,
	channel: string,
): Promise<void> {
	await trx
		.updateTable("person")
		.set({ dm_channel: channel })
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
}

/** Where to write to one person; undefined when they cannot be reached. */
export async function findDmAddress(trx: WorkspaceTrx, personId: string) {
	return trx
		.selectFrom("person")
		.select(["slack_user_id", "dm_channel", "locale", "no_contact_at"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.where("standing", "=", "member")
		.executeTakeFirst();
}

/** Of several programs, the one they look at from now on. */
export async function updateChosenProgram(
	trx: WorkspaceTrx,
	personId: string,
	programId: string,
): Promise<void> {
	await trx
		.updateTable("person")
		.set({ chosen_program_id: programId })
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
}

/** When someone said that nobody is to contact them; null: they did not. */
export async function findNoContact(
	trx: WorkspaceTrx,
	personId: string,
): Promise<Date | null> {
	const row = await trx
		.selectFrom("person")
		.select("no_contact_at")
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.executeTakeFirst();
	return row?.no_contact_at ?? null;
}

export async function updateNoContact(
	trx: WorkspaceTrx,
	personId: string,
	since: Date | null,
): Promise<void> {
	await trx
		.updateTable("person")
		.set({ no_contact_at: since })
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.execute();
}
