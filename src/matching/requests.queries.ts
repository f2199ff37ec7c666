import { sql } from "kysely";
import type { WorkspaceTrx } from "../db/database.ts";
import { askedStates, liveStates, type RequestState } from "./request-moves.ts";

/** A request with the names of its two people. */
export type RequestRow = {
	requestId: string;
	programId: string;
	/** null while the workspace has one program only. */
	programName: string | null;
	listId: string;
	/** The mentee's order; never for the mentor. */
	position: number;
	kind: string;
	state: RequestState;
	ask: Buffer;
	askedAt: Date;
	/** When the window of whoever has the move closes. */
	closesAt: Date | null;
	remindedAt: Date | null;
	clockLeftDays: number | null;
	suggestedId: string | null;
	menteeId: string;
	menteeSlackId: string;
	menteeName: string;
	menteeZone: string;
	menteeLocale: string;
	mentorId: string;
	mentorSlackId: string;
	mentorName: string;
	mentorZone: string;
	mentorLocale: string;
};

/** The program's name, where there is more than one to tell apart. */
const spokenName = sql<string | null>`(select g.name from program g
	where g.workspace_id = request.workspace_id
		and g.program_id = request.program_id
		and exists (select from program other
			where other.workspace_id = g.workspace_id
				and other.program_id <> g.program_id))`;

function requests(trx: WorkspaceTrx) {
	return trx
		.selectFrom("request")
		.innerJoin("person as mentee", (join) =>
			join
				.onRef("mentee.workspace_id", "=", "request.workspace_id")
				.onRef("mentee.person_id", "=", "request.mentee_id"),
		)
		.innerJoin("person as mentor", (join) =>
			join
				.onRef("mentor.workspace_id", "=", "request.workspace_id")
				.onRef("mentor.person_id", "=", "request.mentor_id"),
		)
		.select([
			"request.request_id as requestId",
			"request.program_id as programId",
			spokenName.as("programName"),
			"request.list_id as listId",
			"request.position",
			"request.kind",
			"request.state",
			"request.ask",
			"request.asked_at as askedAt",
			"request.closes_at as closesAt",
			"request.reminded_at as remindedAt",
			"request.clock_left_days as clockLeftDays",
			"request.suggested_id as suggestedId",
			"request.mentee_id as menteeId",
			"mentee.slack_user_id as menteeSlackId",
			"mentee.name as menteeName",
			"mentee.zone as menteeZone",
			"mentee.locale as menteeLocale",
			"request.mentor_id as mentorId",
			"mentor.slack_user_id as mentorSlackId",
			"mentor.name as mentorName",
			"mentor.zone as mentorZone",
			"mentor.locale as mentorLocale",
		])
		.where("request.workspace_id", "=", trx.workspaceId);
}

export async function findRequest(
	trx: WorkspaceTrx,
	requestId: string,
): Promise<RequestRow | undefined> {
	return requests(trx)
		.where("request.request_id", "=", requestId)
		.executeTakeFirst();
}

/** The requests of these lists, each list in the mentee's order. */
export async function listRequestsIn(
	trx: WorkspaceTrx,
	listIds: string[],
): Promise<RequestRow[]> {
	return inLists(trx, listIds).execute();
}

/** The same, held until the transaction ends. */
export async function lockRequestsIn(
	trx: WorkspaceTrx,
	listIds: string[],
): Promise<RequestRow[]> {
	return inLists(trx, listIds).forUpdate("request").execute();
}

function inLists(trx: WorkspaceTrx, listIds: string[]) {
	return requests(trx)
		.where("request.list_id", "=", sql<string>`any(${listIds}::uuid[])`)
		.orderBy("request.list_id")
		.orderBy("request.position");
}

/** What someone has asked or was asked, and is not answered; oldest first. */
export async function listOpenRequestsOf(
	trx: WorkspaceTrx,
	personId: string,
): Promise<RequestRow[]> {
	return requests(trx)
		.where("request.state", "in", askedStates)
		.where((eb) =>
			eb.or([
				eb("request.mentee_id", "=", personId),
				eb("request.mentor_id", "=", personId),
			]),
		)
		.orderBy("request.asked_at")
		.orderBy("request.request_id")
		.execute();
}

/** All that someone's lists still hold, next choices included, in order. */
export async function listLiveRequestsBy(
	trx: WorkspaceTrx,
	menteeId: string,
): Promise<RequestRow[]> {
	return requests(trx)
		.where("request.state", "in", liveStates)
		.where("request.mentee_id", "=", menteeId)
		.orderBy("request.list_id")
		.orderBy("request.position")
		.execute();
}

export type NewRequest = {
	requestId: string;
	listId: string;
	position: number;
	programId: string;
	menteeId: string;
	mentorId: string;
	kind: string;
	ask: Buffer;
	now: Date;
};

/** Queues requests. An error when the mentee is asking one of these already. */
export async function insertRequests(
	trx: WorkspaceTrx,
	requests: NewRequest[],
): Promise<void> {
	await trx
		.insertInto("request")
		.values(
			requests.map((request) => ({
				workspace_id: trx.workspaceId,
				request_id: request.requestId,
				list_id: request.listId,
				position: request.position,
				program_id: request.programId,
				mentee_id: request.menteeId,
				mentor_id: request.mentorId,
				kind: request.kind,
				state: "queued" as const,
				ask: request.ask,
				asked_at: request.now,
			})),
		)
		.execute();
}

export type RequestChange = {
	state?: RequestState;
	kind?: string;
	asked_at?: Date;
	answered_at?: Date;
	closes_at?: Date | null;
	reminded_at?: Date | null;
	clock_left_days?: number | null;
	suggested_id?: string;
};

export async function updateRequest(
	trx: WorkspaceTrx,
	requestId: string,
	change: RequestChange,
): Promise<void> {
	await trx
		.updateTable("request")
		.set(change)
		.where("workspace_id", "=", trx.workspaceId)
		.where("request_id", "=", requestId)
		.execute();
}
