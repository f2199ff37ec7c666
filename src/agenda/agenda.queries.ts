import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { wasThere } from "./joined.queries.ts";

export type ItemRow = {
	itemId: string;
	slot: string;
	words: Buffer;
	version: number;
	carried: number;
	changedAt: Date;
	authorId: string | null;
	authorSlackId: string | null;
	authorName: string | null;
};

/** Rewritten since, a point is of those who are there now. */
const itemWritten = {
	workspace: "item.workspace_id",
	mentorship: "item.mentorship_id",
	at: "item.changed_at",
	by: "item.author_id",
};

/**
 * What is on the next agenda, in the order in which it came. With a `reader`:
 * what they may read, which is nothing of before they joined.
 */
export async function listOpenItems(
	trx: WorkspaceTrx,
	mentorshipId: string,
	reader?: string,
): Promise<ItemRow[]> {
	return trx
		.selectFrom("agenda_item as item")
		.leftJoin("person", (join) =>
			join
				.onRef("person.workspace_id", "=", "item.workspace_id")
				.onRef("person.person_id", "=", "item.author_id"),
		)
		.select([
			"item.item_id as itemId",
			"item.slot",
			"item.words",
			"item.version",
			"item.carried",
			"item.changed_at as changedAt",
			"item.author_id as authorId",
			"person.slack_user_id as authorSlackId",
			"person.name as authorName",
		])
		.where("item.workspace_id", "=", trx.workspaceId)
		.where("item.mentorship_id", "=", mentorshipId)
		.where("item.state", "=", "open")
		.$if(reader !== undefined, (query) =>
			query.where(wasThere(reader ?? "", itemWritten)),
		)
		.orderBy("item.created_at")
		.orderBy("item.item_id")
		.execute();
}

export type NewItem = {
	itemId: string;
	mentorshipId: string;
	slot: string;
	words: Buffer;
	authorId: string;
	now: Date;
};

/** false: somebody answered the same question at the same moment. */
export async function insertItem(
	trx: WorkspaceTrx,
	{ now, ...item }: NewItem,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto("agenda_item")
		.values({
			workspace_id: trx.workspaceId,
			item_id: item.itemId,
			mentorship_id: item.mentorshipId,
			slot: item.slot,
			words: item.words,
			author_id: item.authorId,
			created_at: now,
			changed_at: now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirstOrThrow();
	return Number(numInsertedOrUpdatedRows) === 1;
}

/** false: it has changed, or was covered, in the meantime. */
export async function updateItem(
	trx: WorkspaceTrx,
	{ itemId, version }: { itemId: string; version: number },
	{ words, now }: { words: Buffer; now: Date },
): Promise<boolean> {
	const { numUpdatedRows } = await trx
		.updateTable("agenda_item")
		.set({ words, changed_at: now, version: sql<number>`version + 1` })
		.where("workspace_id", "=", trx.workspaceId)
		.where("item_id", "=", itemId)
		.where("version", "=", version)
		.where("state", "=", "open")
		.executeTakeFirstOrThrow();
	return Number(numUpdatedRows) === 1;
}

export async function deleteItem(
	trx: WorkspaceTrx,
	itemId: string,
): Promise<void> {
	trx.send(
		trx
			.deleteFrom("agenda_item")
			.where("workspace_id", "=", trx.workspaceId)
			.where("item_id", "=", itemId)
			.where("state", "=", "open"),
	);
}

/**
 * All that was written by the end of a meeting was talked about, but what was
 * kept for the next one. Said days later, what came since is for the next one.
 */
export async function coverItems(
	trx: WorkspaceTrx,
	{ mentorshipId, meetingId }: { mentorshipId: string; meetingId: string },
): Promise<void> {
	trx.send(
		trx
			.updateTable("agenda_item")
			.set({ state: "covered", meeting_id: meetingId })
			.where("workspace_id", "=", trx.workspaceId)
			.where("mentorship_id", "=", mentorshipId)
			.where("state", "=", "open")
			.where(sql<boolean>`meeting_id is distinct from ${meetingId}`)
			.where(
				"changed_at",
				"<=",
				sql<Date>`(select starts_at + make_interval(mins => length_minutes)
					from meeting where workspace_id = ${trx.workspaceId}
						and meeting_id = ${meetingId})`,
			),
	);
}

/** It did not take place after all: what it covered is open again. */
export async function reopenItems(
	trx: WorkspaceTrx,
	meetingId: string,
): Promise<void> {
	trx.send(
		coveredBy(trx, meetingId).set({
			state: "open",
			meeting_id: null,
			slot: freeSlot,
		}),
	);
}

/**
 * Points of a meeting that it had no time for: they come up again, and at the
 * next one only, whatever is said of this one.
 */
export async function carryItems(
	trx: WorkspaceTrx,
	meetingId: string,
	itemIds: string[],
): Promise<void> {
	if (itemIds.length === 0) return;
	trx.send(
		coveredBy(trx, meetingId)
			.set({
				state: "open",
				carried: sql<number>`item.carried + 1`,
				slot: freeSlot,
			})
			.where("item.item_id", "=", sql<string>`any(${itemIds}::uuid[])`),
	);
}

const coveredBy = (trx: WorkspaceTrx, meetingId: string) =>
	trx
		.updateTable("agenda_item as item")
		.where("item.workspace_id", "=", trx.workspaceId)
		.where("item.meeting_id", "=", meetingId)
		.where("item.state", "=", "covered");

/** The question may have been answered anew since. */
const freeSlot = sql<string>`case when exists (select from agenda_item other
	where other.workspace_id = item.workspace_id
		and other.mentorship_id = item.mentorship_id
		and other.slot = item.slot and other.state = 'open')
	then 'own' else item.slot end`;

/** What a meeting has covered, as far as a reader may read it. */
export async function listItemsOf(
	trx: WorkspaceTrx,
	meetingId: string,
	reader: string,
): Promise<{ itemId: string; slot: string; words: Buffer }[]> {
	return trx
		.selectFrom("agenda_item as item")
		.select(["item.item_id as itemId", "item.slot", "item.words"])
		.where("item.workspace_id", "=", trx.workspaceId)
		.where("item.meeting_id", "=", meetingId)
		.where("item.state", "=", "covered")
		.where(wasThere(reader, itemWritten))
		.orderBy("item.created_at")
		.execute();
}

/** How many meetings of a mentorship took place. */
export async function countMet(
	trx: WorkspaceTrx,
	mentorshipId: string,
): Promise<number> {
	const { met } = await trx
		.selectFrom("meeting")
		.select((eb) => eb.fn.countAll<string>().as("met"))
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.where("state", "=", "met")
		.executeTakeFirstOrThrow();
	return Number(met);
}

export async function findNextStart(
	trx: WorkspaceTrx,
	mentorshipId: string,
	now: Date,
): Promise<Date | null> {
	const row = await trx
		.selectFrom("meeting")
		.select("starts_at")
		.where("workspace_id", "=", trx.workspaceId)
		.where("mentorship_id", "=", mentorshipId)
		.where("state", "=", "planned")
		.where("starts_at", ">", now)
		.executeTakeFirst();
	return row?.starts_at ?? null;
}
