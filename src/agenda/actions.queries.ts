import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import type { Report } from "./action-item.ts";
import { wasThere } from "./joined.queries.ts";

export type ActionRow = {
	actionId: string;
	mentorshipId: string;
	ownerId: string;
	ownerSlackId: string;
	ownerName: string;
	words: Buffer;
	dueOn: string | null;
	state: "open" | Report;
	why: Buffer | null;
	reportedAt: Date | null;
};

const actionWritten = {
	workspace: "action.workspace_id",
	mentorship: "action.mentorship_id",
	at: "action.created_at",
	by: "action.owner_id",
};

function actions(trx: WorkspaceTrx) {
	return trx
		.selectFrom("action_item as action")
		.innerJoin("person as owner", (join) =>
			join
				.onRef("owner.workspace_id", "=", "action.workspace_id")
				.onRef("owner.person_id", "=", "action.owner_id"),
		)
		.select([
			"action.action_id as actionId",
			"action.mentorship_id as mentorshipId",
			"action.owner_id as ownerId",
			"owner.slack_user_id as ownerSlackId",
			"owner.name as ownerName",
			"action.words",
			// A day, and not the moment at which it begins somewhere.
			sql<string | null>`action.due_on::text`.as("dueOn"),
			"action.state",
			"action.why",
			"action.reported_at as reportedAt",
		])
		.where("action.workspace_id", "=", trx.workspaceId);
}

/**
 * What is open, and what was reported since; the nearest date first. With a
 * `reader`: what they may read, which is nothing of before they joined.
 */
export async function listActions(
	trx: WorkspaceTrx,
	mentorshipId: string,
	reportedSince: Date | null,
	reader?: string,
): Promise<ActionRow[]> {
	return actions(trx)
		.where("action.mentorship_id", "=", mentorshipId)
		.$if(reader !== undefined, (query) =>
			query.where(wasThere(reader ?? "", actionWritten)),
		)
		.where((eb) =>
			eb.or([
				eb("action.state", "=", "open"),
				...(reportedSince
					? [eb("action.reported_at", ">", reportedSince)]
					: []),
			]),
		)
		.orderBy(sql`action.due_on nulls last`)
		.orderBy("action.created_at")
		.execute();
}

export async function findAction(
	trx: WorkspaceTrx,
	actionId: string,
): Promise<ActionRow | undefined> {
	return actions(trx)
		.where("action.action_id", "=", actionId)
		.executeTakeFirst();
}

/** What someone owns and has not reported on, where they are under way. */
export async function listOpenOfOwner(
	trx: WorkspaceTrx,
	ownerId: string,
): Promise<ActionRow[]> {
	return actions(trx)
		.innerJoin("mentorship as m", (join) =>
			join
				.onRef("m.workspace_id", "=", "action.workspace_id")
				.onRef("m.mentorship_id", "=", "action.mentorship_id"),
		)
		.where("action.owner_id", "=", ownerId)
		.where(
			sql<boolean>`exists (select from mentorship_member me
				where me.workspace_id = action.workspace_id
					and me.mentorship_id = action.mentorship_id
					and me.person_id = action.owner_id and me.left_at is null)`,
		)
		.where("action.state", "=", "open")
		.where("m.state", "not in", ["completed", "ended"])
		.orderBy(sql`action.due_on nulls last`)
		.orderBy("action.created_at")
		.execute();
}

export type NewAction = {
	actionId: string;
	mentorshipId: string;
	ownerId: string;
	words: Buffer;
	dueOn: string | null;
	now: Date;
};

export async function insertAction(
	trx: WorkspaceTrx,
	{ now, ...action }: NewAction,
): Promise<void> {
	trx.send(
		trx.insertInto("action_item").values({
			workspace_id: trx.workspaceId,
			action_id: action.actionId,
			mentorship_id: action.mentorshipId,
			owner_id: action.ownerId,
			words: action.words,
			due_on: action.dueOn,
			created_at: now,
		}),
	);
}

/** What its owner says of it; they may say something else later. */
export async function updateReport(
	trx: WorkspaceTrx,
	actionId: string,
	{ state, why, now }: { state: Report; why: Buffer | null; now: Date },
): Promise<void> {
	trx.send(
		trx
			.updateTable("action_item")
			.set({ state, why, reported_at: now })
			.where("workspace_id", "=", trx.workspaceId)
			.where("action_id", "=", actionId),
	);
}
