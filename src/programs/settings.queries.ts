import type { WorkspaceTrx } from "../db/database.ts";
import type { Place } from "./who-may-join.ts";

/** What the directory knows of people that a program can ask for. */
export type PlaceKind = "department" | "location";

/** All departments or locations that anyone is known to be of, by name. */
export async function listPlaces(
	trx: WorkspaceTrx,
	kind: PlaceKind,
): Promise<string[]> {
	const rows = await trx
		.selectFrom("person")
		.select((eb) => eb.ref(kind).$notNull().as("place"))
		.distinct()
		.where("workspace_id", "=", trx.workspaceId)
		.where(kind, "is not", null)
		.where("standing", "in", ["member", "guest"])
		.orderBy("place")
		.execute();
	return rows.map(({ place }) => place);
}

/** Slack's ids of these people, in their order. */
export async function listSlackIds(
	trx: WorkspaceTrx,
	personIds: string[],
): Promise<string[]> {
	if (personIds.length === 0) return [];
	const rows = await trx
		.selectFrom("person")
		.select(["person_id", "slack_user_id"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "in", personIds)
		.execute();
	const bySlackId = new Map(
		rows.map((row) => [row.person_id, row.slack_user_id]),
	);
	return personIds.flatMap((id) => bySlackId.get(id) ?? []);
}

export async function findPlace(
	trx: WorkspaceTrx,
	personId: string,
): Promise<Place> {
	return trx
		.selectFrom("person")
		.select(["department", "location"])
		.where("workspace_id", "=", trx.workspaceId)
		.where("person_id", "=", personId)
		.executeTakeFirstOrThrow();
}
