import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Concern } from "./concern.ts";

export type NewConcern = {
	concernId: string;
	mentorshipId: string;
	reporterId: string;
	contactId: string;
	body: Buffer;
	at: Date;
};

export async function insertConcern(
	trx: WorkspaceTrx,
	concern: NewConcern,
): Promise<void> {
	trx.send(
		trx.insertInto("concern").values({
			workspace_id: trx.workspaceId,
			concern_id: concern.concernId,
			mentorship_id: concern.mentorshipId,
			reporter_id: concern.reporterId,
			contact_id: concern.contactId,
			body: concern.body,
			reported_at: concern.at,
		}),
	);
}

function concerns(trx: WorkspaceTrx) {
	return trx
		.selectFrom("concern")
		.innerJoin("person as reporter", (join) =>
			join
				.onRef("reporter.workspace_id", "=", "concern.workspace_id")
				.onRef("reporter.person_id", "=", "concern.reporter_id"),
		)
		.leftJoin("person as contact", (join) =>
			join
				.onRef("contact.workspace_id", "=", "concern.workspace_id")
				.onRef("contact.person_id", "=", "concern.contact_id"),
		)
		.select([
			"concern.concern_id",
			"concern.mentorship_id",
			"concern.body",
			"concern.reported_at",
			"concern.read_at",
			"concern.closed_at",
			"reporter.person_id as reporter_id",
			"reporter.slack_user_id as reporter_slack_id",
			"reporter.name as reporter_name",
			"contact.person_id as contact_id",
			"contact.slack_user_id as contact_slack_id",
			"contact.name as contact_name",
		])
		.where("concern.workspace_id", "=", trx.workspaceId)
		.orderBy("concern.concern_id");
}

type Row = Awaited<ReturnType<ReturnType<typeof concerns>["execute"]>>[number];

function asConcern(row: Row): Concern {
	return {
		concernId: row.concern_id,
		mentorshipId: row.mentorship_id,
		reporter: {
			personId: row.reporter_id,
			slackUserId: row.reporter_slack_id,
			name: row.reporter_name,
		},
		contact: row.contact_id
			? {
					personId: row.contact_id,
					slackUserId: row.contact_slack_id ?? "",
					name: row.contact_name ?? "",
				}
			: null,
		body: row.body,
		reportedAt: row.reported_at,
		readAt: row.read_at,
		closedAt: row.closed_at,
	};
}

export async function findConcern(
	trx: WorkspaceTrx,
	concernId: string,
): Promise<Concern | undefined> {
	const row = await concerns(trx)
		.where("concern.concern_id", "=", concernId)
		.executeTakeFirst();
	return row && asConcern(row);
}

/** What someone has written, or has been written to; the oldest first. */
export async function listConcernsOf(
	trx: WorkspaceTrx,
	personId: string,
): Promise<Concern[]> {
	const rows = await concerns(trx)
		.where((eb) =>
			eb.or([
				eb("concern.reporter_id", "=", personId),
				eb("concern.contact_id", "=", personId),
			]),
		)
		.execute();
	return rows.map(asConcern);
}

/** False when that was noted before: the first time counts. */
export async function updateConcern(
	trx: WorkspaceTrx,
	concernId: string,
	act: "read" | "close",
	at: Date,
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable("concern")
		.set({
			read_at: sql<Date>`coalesce(read_at, ${at})`,
			...(act === "close" && { closed_at: at }),
		})
		.where("workspace_id", "=", trx.workspaceId)
		.where("concern_id", "=", concernId)
		.where(act === "close" ? "closed_at" : "read_at", "is", null)
		.executeTakeFirstOrThrow();
	return numUpdatedRows === 1n;
}
