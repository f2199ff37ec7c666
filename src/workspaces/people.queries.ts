import { sql } from "kysely";
import { newId, type WorkspaceTrx } from "../db/database.ts";
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
	const values = {
		name: person.name,
		title: person.title,
		standing: person.standing,
		zone: person.zone,
		locale: person.locale,
		slack_role: person.slackRole,
	};
	const row = await trx
		.insertInto("person")
		.values({
			workspace_id: trx.workspaceId,
			person_id: newId(),
			slack_user_id: person.slackUserId,
			...values,
		})
		.onConflict((conflict) =>
			conflict
				.columns(["workspace_id", "slack_user_id"])
				.doUpdateSet({ ...values, synced_at: sql<Date>`now()` }),
		)
		.returning("person_id")
		.executeTakeFirstOrThrow();
	return row.person_id;
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
		.select(["slack_user_id", "dm_channel", "locale"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.where("standing", "=", "member")
		.executeTakeFirst();
}
